/** The shape of a SQLite base: an older one is copied beside it, then brought to that of this program. */
import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Fault } from '../../cli/fault.ts'
import { schemaVersion, shapeSteps, syncFolder } from './sqlite-file.ts'
import type { ShapeCopy } from './store.ts'

const shapeOf = (database: DatabaseSync) =>
  Number(Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0])

function syncFile(file: string) {
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

const copyMark = '.before-v'

/**
 * Leaves the base as it is beside it, read through and counted, before its shape changes. An interrupted change goes on from the
 * copy that is there; one made of the shape the base still has is made again, since answers may have come in meanwhile.
 *
 * @throws Fault when the copy cannot be made or is not whole: nothing was changed
 */
function copyBefore(database: DatabaseSync, path: string, next: number): void {
  const target = `${path}${copyMark}${next}`
  const shape = shapeOf(database)
  if (existsSync(target) && shapeOfFile(target) !== shape) return
  const draft = `${target}.${process.pid}-${randomUUID()}.new`
  try {
    closeSync(openSync(draft, 'wx', 0o600))
    database.prepare('VACUUM INTO ?').run(draft)
    // another process has made its copy and changed the base meanwhile
    if (shapeOfFile(draft) !== shape) return
    if (!isSameBase(database, draft)) throw new Error('the copy differs from the base')
    syncFile(draft)
    renameSync(draft, target)
    syncFolder(dirname(path))
  } catch (error) {
    throw new Fault(
      `La base ${path} doit changer de forme, mais sa copie préalable n’a pas pu être faite dans ${dirname(path)} : libérez autant de place que la base en occupe, puis relancez ; rien n’a été modifié.`,
      { cause: error },
    )
  } finally {
    rmSync(draft, { force: true })
  }
}

/** A copy that was cut short holds answers, and nobody knows of it: it goes, unless another process is making it just now. */
function removeCutCopies(path: string): void {
  for (const name of readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}${copyMark}`))) {
    const pid = /\.(\d+)-[^.]+\.new$/.exec(name)?.[1]
    const file = join(dirname(path), name)
    if (pid && !isBeingMade(Number(pid), file)) rmSync(file, { force: true })
  }
}

function isBeingMade(pid: number, file: string): boolean {
  // in a container, a program that is started again has the number of the one before
  const startedMs = Date.now() - process.uptime() * 1_000
  if (pid === process.pid) return (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= startedMs
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** True when this program would change the shape of the base by opening it, or cannot read it. */
export const isOtherShape = (path: string): boolean => shapeOfFile(path) !== schemaVersion

function shapeOfFile(path: string): number {
  const copy = new DatabaseSync(path, { readOnly: true })
  try {
    return shapeOf(copy)
  } finally {
    copy.close()
  }
}

function isSameBase(database: DatabaseSync, path: string): boolean {
  const copy = new DatabaseSync(path, { readOnly: true })
  try {
    const tables = copy.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]
    const count = (base: DatabaseSync, name: string) =>
      base.prepare(`SELECT count(*) AS rows FROM "${name}"`).get()?.rows
    return (
      Object.values(copy.prepare('PRAGMA integrity_check(1)').get() ?? {})[0] === 'ok' &&
      // answers may come in between the two counts, while another process still serves the old shape
      tables.every(({ name }) => Number(count(copy, name)) <= Number(count(database, name)))
    )
  } finally {
    copy.close()
  }
}

export function shapeCopiesOf(path: string): ShapeCopy[] {
  const start = `${basename(path)}${copyMark}`
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(start) && !name.endsWith('.new'))
    .map((name) => {
      const file = join(dirname(path), name)
      const { mtime, size } = statSync(file)
      return { file, at: mtime.toISOString(), bytes: size }
    })
}

/**
 * Brings an older base to the shape of this version, one step at a time, each whole or not at all; a verified copy comes first.
 *
 * @param steps the first leads from shape 1 to shape 2
 */
export function migrate(database: DatabaseSync, path: string, steps = shapeSteps): void {
  const shape = () => shapeOf(database)
  const last = 1 + steps.length
  removeCutCopies(path)
  if (shape() < last) copyBefore(database, path, last)
  while (shape() < last) {
    database.exec('BEGIN IMMEDIATE')
    // another process may have done it while this one waited
    const from = shape()
    if (from < last) database.exec(`${steps[from - 1]} PRAGMA user_version = ${from + 1}`)
    database.exec('COMMIT')
  }
}
