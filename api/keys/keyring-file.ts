/** Writing the keyring file: whole, private, on the disk, one process at a time. */
import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { Fault } from '../../cli/fault.ts'

/** A lock older than this was left by a process that died. */
const staleMs = 10_000
const pauseMs = 20

/** Writes the document in a draft beside `path` that only its owner can read; returns the draft's path. */
export function writePrivate(path: string, document: unknown): string {
  const draft = `${path}.${randomUUID()}.new`
  const descriptor = openSync(draft, 'wx', 0o600)
  writeSync(descriptor, `${JSON.stringify(document, null, 2)}\n`)
  fsyncSync(descriptor)
  closeSync(descriptor)
  return draft
}

/**
 * Runs `change` while no other process changes the file.
 *
 * @throws Fault when another process keeps the lock
 */
export function locked<T>(path: string, change: () => T): T {
  const lock = `${path}.lock`
  const until = Date.now() + 2 * staleMs
  while (!taken(lock)) {
    if (Date.now() > until)
      throw new Fault(`Le trousseau de clés est occupé : si aucun autre programme ne tourne, supprimez ${lock}.`)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
  }
  try {
    return change()
  } finally {
    rmSync(lock, { force: true })
  }
}

function taken(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx', 0o600))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > staleMs) rmSync(lock, { force: true })
    return false
  }
}
