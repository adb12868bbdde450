/** Whether this instance can serve: its store writes, its keys decrypt responses, its disk has room. */
import { hostname } from 'node:os'
import type { DataContext } from '../data-context.ts'
import { readable } from '../responses/unreadable.ts'
import { collections } from '../store/collections.ts'
import { freeAt } from './doctor/space.ts'

export type Readiness = { writer: boolean; keys: boolean; disk: boolean }

/** Below this a response may soon find no room. */
const leastBytes = 64 * 1024 * 1024
/** One altered response says nothing of its key: so many of its neighbours are tried. */
const neighbours = 20

type Context = Pick<DataContext, 'store' | 'keyring' | 'now'>

/** @param dataDir null when the base is on a server */
export async function readiness(context: Context, dataDir: string | null): Promise<Readiness> {
  const disk = dataDir === null || freeAt(dataDir).bytes >= leastBytes
  const [writer, keys] = await Promise.all([answers(() => writes(context)), answers(() => opensEveryKey(context))])
  return { writer, keys, disk }
}

/** Collection `readiness`, by machine: the last write of each. */
async function writes({ store, now }: Context): Promise<boolean> {
  const collection = store.collection(collections.readiness)
  const id = hostname().replace(/[^A-Za-z0-9.-]/g, '-') || 'machine'
  const before = await collection.get(id)
  // another process of this machine that writes at the same moment is a proof too
  await collection.put(id, { at: now().toISOString() }, before?.revision ?? null)
  return true
}

async function opensEveryKey({ store, keyring }: Context): Promise<boolean> {
  for (const { id, questionnaire } of await store.responses.keySamples()) {
    const row = await store.responses.get(id)
    if (row === null || (await readable(row, keyring))) continue
    if (!(await opensOne(questionnaire))) return false
  }
  return true

  async function opensOne(questionnaire: string): Promise<boolean> {
    for await (const block of store.responses.blocks(questionnaire, neighbours)) {
      for (const row of block) if (await readable(row, keyring)) return true
      return false
    }
    return true
  }
}

async function answers(look: () => Promise<boolean>): Promise<boolean> {
  try {
    return await look()
  } catch {
    // whatever the reason, this instance cannot do it now; the journal has it from the requests that fail
    return false
  }
}
