/**
 * The thread behind sqlite-thread.ts, which opens one base after the other: as a writer that commits what waits in one group and
 * answers short questions, or as a reader of many rows.
 */

import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { parentPort } from 'node:worker_threads'
import { isDiskFull } from '../../cli/full-disk.ts'
import { busySeconds, isBusy, openingPragmas, refusalOf, shapeRefusal } from './sqlite-file.ts'
import { operations, reads } from './sqlite-operations.ts'
import { migrate } from './sqlite-shape.ts'

export type ThreadRole = 'writer' | 'reader'
export type Opening = { path: string; role: ThreadRole }
export type Call = { id: number; name: keyof ReturnType<typeof operations> | 'eraseTraces'; args: unknown[] }
export type Reply = { id: number; value: unknown } | { id: number; error: string; isFull?: boolean }

/** So many writes share a commit at most: enough to be fast, few enough to answer the first one soon. */
const groupSize = 500

const port = parentPort!
let base: Base | null = null
port.on('message', (message: Opening | Call[] | 'close') => {
  if (message === 'close') base!.close()
  else if (Array.isArray(message)) for (const call of message) base!.take(call)
  else base = opened(message)
})

function opened({ path, role }: Opening): Base | null {
  let connection: DatabaseSync | undefined
  try {
    connection = new DatabaseSync(path, { readOnly: role === 'reader', timeout: busySeconds * 1_000 })
    // a base that is not ours must be recognised before any setting is written into it
    const refusal = role === 'writer' ? shapeRefusal(connection, path) : null
    if (refusal) {
      connection.close()
      port.postMessage({ refused: refusal, isBusy: false })
      return null
    }
    openingPragmas(connection, role)
    // what cannot write now is not open: whoever opens it waits
    if (role === 'writer') connection.exec('BEGIN IMMEDIATE; ROLLBACK')
    if (role === 'writer') migrate(connection, path)
    port.postMessage({ opened: true })
    return baseOn(connection, path, role)
  } catch (error) {
    connection?.close()
    port.postMessage({ refused: refusalOf(error, path), isBusy: isBusy(error) })
    return null
  }
}

type Base = ReturnType<typeof baseOn>

function baseOn(connection: DatabaseSync, path: string, role: ThreadRole) {
  const run = operations(connection)
  const file = fileAt(path)
  const value = ({ name, args }: Call) =>
    name === 'eraseTraces' ? eraseTraces(connection) : (run[name] as (...args: unknown[]) => unknown)(...args)
  const waiting: Call[] = []
  let closing = false

  function end() {
    if (role === 'writer') connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    connection.close()
    base = null
    port.postMessage('closed')
  }

  // While a commit waits for the disk, messages pile up in the port: they are the next group. A lone one waits for nobody.
  function commitGroup() {
    const group = waiting.splice(0, groupSize)
    port.postMessage(committed(group))
    if (waiting.length > 0) setImmediate(commitGroup)
    else if (closing) end()
  }

  function committed(group: Call[]): Reply[] {
    try {
      refuseMoved()
      connection.exec('BEGIN IMMEDIATE')
      const replies = group.map((call) => ({ id: call.id, value: value(call) }))
      connection.exec('COMMIT')
      // moved meanwhile: what nobody was answered for is sent again
      refuseMoved()
      return replies
    } catch (error) {
      if (connection.isTransaction) connection.exec('ROLLBACK')
      return group.map(({ id }) => ({ id, error: codeOf(error), isFull: isDiskFull(error) }))
    }
  }

  /** A row in a file that was renamed or replaced is in no base that anybody opens. */
  function refuseMoved(): void {
    if (fileAt(path) !== file) throw new BaseMoved('the file of the base was renamed or replaced')
  }

  function answered(call: Call): Reply {
    try {
      return { id: call.id, value: value(call) }
    } catch (error) {
      return { id: call.id, error: codeOf(error), isFull: isDiskFull(error) }
    }
  }

  return {
    take(call: Call) {
      if (call.name === 'eraseTraces' || reads.has(call.name)) port.postMessage([answered(call)])
      else if (waiting.push(call) === 1) setImmediate(commitGroup)
    },
    close() {
      closing = true
      if (waiting.length === 0) end()
    },
  }
}

/** What was deleted is already zeroed; the file is written anew without its free pages, and the journal emptied. */
function eraseTraces(connection: DatabaseSync): void {
  connection.exec('VACUUM')
  const result = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number }
  if (result.busy !== 0) throw new Error('somebody is reading: the journal could not be emptied')
}

class BaseMoved extends Error {}

/** Tells a file from another one of the same name; null when there is none. */
function fileAt(path: string): string | null {
  const file = statSync(path, { bigint: true, throwIfNoEntry: false })
  return file ? `${file.dev} ${file.ino}` : null
}

/** SQLite's own words for the failure, or ours: they never hold a value. */
function codeOf(error: unknown): string {
  if (error instanceof BaseMoved) return error.message
  const { errcode, errstr } = error as { errcode?: number; errstr?: string }
  return errcode === undefined ? 'the store failed' : `sqlite ${errcode}: ${errstr}`
}
