/**
 * The file of the erasure ledger: one JSON line per erasure, only ever appended to, on the disk before anybody is answered. A line
 * cut short by a power cut was never answered for: it is passed over, and its entry stands again further on.
 */
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { Fault } from '../../cli/fault.ts'
import { Erasure, follows, type Head, noErasure } from './erasure.ts'

const Heading = z.strictObject({ format: z.literal(1), ledger: z.string(), keyring: z.string() })
export type Heading = z.infer<typeof Heading>

export type LedgerFile = Heading & { entries: Erasure[]; head: Head }

/** Beside the keyring, which is on another disk than the data or at least out of their folder. */
export const ledgerBeside = (keyringPath: string): string => beside(keyringPath, 'ledger.jsonl')

/** The folder of backups nobody has named a place for. */
export const backupsBeside = (keyringPath: string): string => beside(keyringPath, 'backups')

const beside = (keyringPath: string, name: string) =>
  join(dirname(keyringPath), `${basename(keyringPath, '.json').replace(/-keyring$/, '')}-${name}`)

/** Null when there is no such file. @throws Fault when it is not a ledger, or when a line was changed or removed */
export function readLedger(path: string): LedgerFile | null {
  const text = textOf(path)
  if (text === null) return null
  const lines = text.split('\n')
  const heading = Heading.safeParse(parsed(lines[0]!))
  if (!heading.success) throw new Fault(damaged(path))
  const entries: Erasure[] = []
  let head = noErasure
  for (const line of lines.slice(1)) {
    const entry = Erasure.safeParse(parsed(line))
    // cut short, or written by two processes at once: what matters is that the chain goes on
    if (!entry.success || entry.data.number <= head.number) continue
    if (!follows(head, entry.data)) throw new Fault(damaged(path))
    entries.push(entry.data)
    head = { number: entry.data.number, hash: entry.data.hash }
  }
  return { ...heading.data, entries, head }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Fault(unusable(path, error), { cause: error })
  }
}

/** Makes an empty ledger when there is none; of several processes that do so at once, one wins. */
export function makeLedger(path: string, keyring: string): void {
  const draft = `${path}.${randomUUID()}.new`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    written(draft, 'wx', `${JSON.stringify({ format: 1, ledger: randomUUID(), keyring } satisfies Heading)}\n`)
    try {
      linkSync(draft, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    syncFolder(dirname(path))
  } catch (error) {
    throw new Fault(unusable(path, error), { cause: error })
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Durable when it returns. A line begins anew after one that was cut short. */
export function appendErasures(path: string, entries: readonly Erasure[]): void {
  if (entries.length === 0) return
  try {
    const isCut = !readFileSync(path).subarray(-1).equals(Buffer.from('\n'))
    written(path, 'a', (isCut ? '\n' : '') + entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  } catch (error) {
    throw new Fault(unusable(path, error), { cause: error })
  }
}

function written(path: string, flags: 'wx' | 'a', text: string): void {
  const descriptor = openSync(path, flags, 0o600)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // a line cut short is no entry
    return null
  }
}

export const missingLedger = (path: string) =>
  `Le registre des effacements ${path} est introuvable : remettez-le à sa place depuis sa copie, ou indiquez-le par LEDGER. S’il est perdu pour de bon, tapez « npm run ledger -- --rebuild » ; rien n’a été modifié.`
const damaged = (path: string) =>
  `Le registre des effacements ${path} a été modifié ou abîmé : remettez-le à sa place depuis sa copie.`
const unusable = (path: string, error: unknown) =>
  `Le registre des effacements ${path} ne peut pas être lu ou écrit (${(error as NodeJS.ErrnoException).code ?? 'erreur'}) : vérifiez que ce dossier vous appartient et que le disque a de la place.`

/**
 * Leaves the ledger of a base that was given up beside its place, under the name of that base.
 *
 * @param keyring id of the keyring of the new base
 * @returns where it is now; null when there was none, or when it is the new base's own
 */
export function setLedgerAside(path: string, keyring: string): string | null {
  const file = readLedger(path)
  if (!file || file.keyring === keyring) return null
  const aside = `${path}.base-${file.keyring.slice(0, 8)}-${randomUUID().slice(0, 4)}`
  renameSync(path, aside)
  syncFolder(dirname(path))
  return aside
}
