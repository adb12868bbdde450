/** What the device holds of the log: the desk, to note without a network, and what waits to be sent. No name of a person is in either. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { actionLog } from '../../../api/wire/public.ts'

/** An entry noted here that the server does not have yet. */
export type Waiting = {
  /** UUID under which it will be stored, so that it is stored once however often it is sent. */
  id: string
  entry: actionLog.Entry
  /** Of the planned entry it completes; null = a new one. */
  revision: number | null
  isAnother: boolean
  /** What the server refused, '' while it only waits. */
  problem: string
  /** The entry it resembles, which its person is asked about. */
  like: actionLog.EntryTaken['like']
}

interface Schema extends DBSchema {
  waiting: { key: string; value: Waiting }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('action-log', 1, {
    upgrade(base) {
      base.createObjectStore('waiting', { keyPath: 'id' })
    },
    terminated() {
      opened = undefined
    },
  })
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

const listeners = new Set<() => void>()
let shown: readonly Waiting[] = []

/** The list as the pages show it, read again after each change. */
async function showAgain(): Promise<void> {
  shown = await (await database()).getAll('waiting')
  for (const listener of listeners) listener()
}

export const waiting = {
  all: async (): Promise<Waiting[]> => (await database()).getAll('waiting'),
  /**
   * Resolves once it is on the disk.
   *
   * @throws DOMException when this browser stores nothing: the page must say so
   */
  async put(item: Waiting): Promise<void> {
    const change = (await database()).transaction('waiting', 'readwrite', { durability: 'strict' })
    await change.store.put(item)
    await change.done
    await showAgain()
  },
  async drop(id: string): Promise<void> {
    await (await database()).delete('waiting', id)
    await showAgain()
  },
  subscribe(listener: () => void): () => void {
    if (listeners.size === 0) void showAgain().catch(() => {})
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  shown: (): readonly Waiting[] => shown,
}

const deskPlace = 'action-log-desk'

export const heldDesk = {
  get(): actionLog.Desk | null {
    try {
      return JSON.parse(localStorage.getItem(deskPlace) ?? 'null')
    } catch {
      return null
    }
  },
  set(desk: actionLog.Desk): void {
    try {
      localStorage.setItem(deskPlace, JSON.stringify(desk))
    } catch {
      // a browser that stores nothing still notes with a network
    }
  },
}
