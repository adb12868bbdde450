/** One process at a time changes a keyring file. */
import { closeSync, openSync, rmSync, statSync, utimes } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { Fault } from '../../cli/fault.ts'

/** A lock untouched for so long was left by a process that died. */
const staleMs = 10_000
const touchMs = 1_000
const pauseMs = 20

/**
 * Runs `change` while no other process changes the file.
 *
 * @throws Fault when another process holds the lock and does not let go
 */
export async function locked<T>(path: string, change: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`
  const until = Date.now() + 2 * staleMs
  while (!isTaken(lock)) {
    if (Date.now() > until)
      throw new Fault(`Le trousseau de clés est occupé : si aucun autre programme ne tourne, supprimez ${lock}.`)
    await pause(pauseMs)
  }
  const touch = setInterval(() => utimes(lock, new Date(), new Date(), () => {}), touchMs)
  try {
    return await change()
  } finally {
    clearInterval(touch)
    rmSync(lock, { force: true })
  }
}

function isTaken(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx', 0o600))
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST')
      throw new Fault(
        `Le dossier du trousseau de clés ne peut pas être modifié (${code}) : rendez-le accessible à ce compte, puis recommencez.`,
        { cause: error },
      )
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > staleMs) rmSync(lock, { force: true })
    return false
  }
}
