/** What a tablet stores: its orders, the published questionnaires, and encrypted responses. Never anything of the person at it. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { kiosk, PublishedQuestionnaire } from '../../../api/wire/public.ts'
import type { EncryptedResponse } from './encrypt.ts'

/** The PIN's salted hash, and how often it was missed. */
export type Pin = { salt: Uint8Array<ArrayBuffer>; hash: Uint8Array<ArrayBuffer>; misses: number; waitUntil: number }
export type Tablet = {
  /** By it the server knows this tablet; it adds answers and reads nothing. */
  token: string
  orders: kiosk.KioskOrders
  pin: Pin
  /** Our clock minus the tablet's, in milliseconds. */
  clockMs: number
  /** The server no longer knows this tablet. */
  isRevoked: boolean
  /** When the questionnaires were last fetched, by the tablet's clock; 0 when they are still to come. */
  fetchedAt: number
  /** What the browser last said of keeping all this when room is short. */
  kept: kiosk.Kept
}

interface Schema extends DBSchema {
  tablet: { key: string; value: Tablet }
  questionnaires: { key: string; value: PublishedQuestionnaire }
  /** In order of arrival. */
  queue: { key: number; value: EncryptedResponse; indexes: { id: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

/** @throws DOMException when the browser stores nothing (private mode, storage full, switched off) */
export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('kiosk', 1, {
    upgrade(base) {
      base.createObjectStore('tablet')
      base.createObjectStore('questionnaires')
      base.createObjectStore('queue', { autoIncrement: true }).createIndex('id', 'id', { unique: true })
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

export const tablet = {
  get: async () => (await database()).get('tablet', 'own'),
  async set(value: Tablet): Promise<void> {
    const change = (await database()).transaction('tablet', 'readwrite', { durability: 'strict' })
    await change.store.put(value, 'own')
    await change.done
  },
  /** @returns what is stored afterwards, or null when this is no kiosk */
  async change(by: (before: Tablet) => Tablet): Promise<Tablet | null> {
    const change = (await database()).transaction('tablet', 'readwrite', { durability: 'strict' })
    const before = await change.store.get('own')
    if (before) await change.store.put(by(before), 'own')
    await change.done
    return before ? by(before) : null
  },
  forget: async () => (await database()).delete('tablet', 'own'),
}

export const library = {
  all: async () => (await database()).getAll('questionnaires'),
  async replace(published: PublishedQuestionnaire[]): Promise<void> {
    const change = (await database()).transaction('questionnaires', 'readwrite')
    await change.store.clear()
    for (const questionnaire of published) await change.store.put(questionnaire, questionnaire.slug)
    await change.done
  },
}
