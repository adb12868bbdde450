/**
 * Turns on a server that cannot compare and set in one operation (a lone server, FerretDB): the row of a turn has a unique id, so one
 * writer at a time changes a document. A turn whose holder died is taken from it once it has stood unchanged for longer than any
 * operation may last, measured by the clock of whoever waits: clocks of different machines are never compared.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from 'mongodb'
import { asked, isInserted, operationMs } from './mongodb-asked.ts'
import { StoreUnavailable } from './store.ts'

type StoredTurn = { _id: string; holder: string }

/** Runs a change of one document while nobody else changes it. */
export type Turn = <T>(name: string, work: () => Promise<T>) => Promise<T>

const staleMs = 5 * operationMs
/** Whoever has waited for long asks less often: a tenth of its wait, from 5 ms to 100. */
const pauseMs = (waitedMs: number) => Math.min(100, Math.max(5, waitedMs / 10)) * (1 + Math.random())

export function turnsIn(database: Db) {
  const turns = database.collection<StoredTurn>('turns')

  async function waited(name: string, holder: string): Promise<void> {
    const began = performance.now()
    let seen = { holder: '', since: 0 }
    while (!(await isInserted(() => turns.insertOne({ _id: name, holder })))) {
      const there = await asked(() => turns.findOne({ _id: name }, { readConcern: 'local' }))
      if (there && there.holder !== seen.holder) seen = { holder: there.holder, since: performance.now() }
      if (there && performance.now() - seen.since > staleMs)
        await asked(() => turns.deleteOne({ _id: name, holder: there.holder }))
      await pause(pauseMs(performance.now() - began))
    }
  }

  const take: Turn = async (name, work) => {
    const holder = randomUUID()
    await waited(name, holder)
    try {
      return await work()
    } finally {
      // one that cannot be given back is taken once it is stale
      await asked(() => turns.deleteOne({ _id: name, holder })).catch((error) => {
        if (!(error instanceof StoreUnavailable)) throw error
      })
    }
  }
  return { take }
}
