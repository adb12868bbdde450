/** The masters at hand: those of the keyring file, read again when another process has rotated them. */
import { existsSync } from 'node:fs'
import { type KeyringFile, mastersOf, readKeyringFile } from './keyring-file.ts'
import type { Master } from './master.ts'
import type { KeyEntry, WrappedKeys } from './wrapped-keys.ts'

export type Masters = {
  all(): ReadonlyMap<string, Master>
  /** Reads the file again first. */
  again(): ReadonlyMap<string, Master>
  current(): Master
}

export function mastersIn(path: string, file: KeyringFile): Masters {
  let known = mastersOf(file)
  return {
    all: () => known,
    again() {
      // a file that is being moved or restored is no reason to forget the masters at hand
      if (existsSync(path)) known = new Map([...known, ...mastersOf(readKeyringFile(path))])
      return known
    },
    current: () => [...known.values()].findLast(({ retiredAt }) => retiredAt === null) ?? [...known.values()].at(-1)!,
  }
}

/** Null when no master at hand wraps it. */
export function rootOf(keys: WrappedKeys, masters: Masters, entry: KeyEntry): Uint8Array | null {
  const master = masters.all().get(entry.master) ?? masters.again().get(entry.master)
  return master ? keys.open(entry, master) : null
}
