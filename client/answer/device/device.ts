/** The database of this device: answers being given (per version), responses on their way, receipts not shown yet; what is older than 7 days goes when a page next opens it, but for a response that the server was never asked to take. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import type { AsLeft } from './as-left.ts'

/** Answers begun and not sent yet. */
export type Draft = {
  /** Id of the response to be, made at the start. */
  id: string
  questionnaire: string
  version: number
  channel: string
  /** The twelve words given with the receipt; they leave the device once it has been shown. */
  code: string[]
  /** Drawn at the start, and the door when it is the short one. */
  drawn: Record<string, string>
  /** Came by the short door and answers the rest now: what is left comes last. */
  goesOn?: true
  /** One-time code the person was given. */
  invitation?: string
  /** What the server said when the first question was shown. */
  visit?: string
  /** Proof under which the server keeps a copy that it cannot read, for another device. */
  carried?: string
  data: Record<string, unknown>
  /** Screen the person was at. */
  screen: string
  /** That screen as it stood: it is drawn before the questions are made. */
  left?: AsLeft | undefined
  savedAt: number
}
/** A finished response until the server has it, and the draft it was made from. */
export type Waiting = {
  /** `sheet`: the name in databases already on devices. */
  sheet: SentResponse
  savedAt: number
  draft: Draft | null
  /** Its code was shown while it waited. */
  isSeen: boolean
  /** The server said no, and of which answers. */
  refusal: { code: string; paths?: string[] } | null
}
/** It has arrived, and its code was shown to nobody yet; without a code, that was shown and its arrival was not. */
export type UnseenReceipt = Pick<Draft, 'id' | 'questionnaire' | 'version' | 'code' | 'savedAt'>

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft }
  waiting: { key: string; value: Waiting }
  receipts: { key: string; value: UnseenReceipt }
}
const stores = { drafts: 'questionnaire', waiting: 'sheet.id', receipts: 'questionnaire' } as const
type Store = keyof typeof stores

export const retentionDays = 7
const retentionMs = retentionDays * 24 * 3_600_000

let opened: Promise<IDBPDatabase<Schema> | null> | undefined

/** Null when the browser stores nothing (private mode, storage full). */
export function device(): Promise<IDBPDatabase<Schema> | null> {
  opened ??= openDB<Schema>('answers', 2, {
    upgrade(database) {
      for (const [name, keyPath] of Object.entries(stores) as [Store, string][])
        if (!database.objectStoreNames.contains(name)) database.createObjectStore(name, { keyPath })
    },
    // a newer page, in another tab, stores more than this one knows
    blocking(_mine, _theirs, { target }) {
      opened = undefined
      ;(target as IDBDatabase).close()
    },
  }).then(
    async (database) => {
      await dropOld(database)
      return database
    },
    () => null,
  )
  return opened
}

async function dropOld(database: IDBPDatabase<Schema>) {
  const oldest = Date.now() - retentionMs
  for (const name of Object.keys(stores) as Store[])
    for (const key of await database.getAllKeys(name)) {
      const value = await database.get(name, key)
      // the person was told that it leaves by itself, whenever the network is back
      const isOnItsWay = value && 'sheet' in value && value.refusal === null
      if (value && value.savedAt < oldest && !isOnItsWay) await database.delete(name, key)
    }
}

/** @returns false when this device could not save it: the page must say so */
export async function tryWrite(write: (database: IDBPDatabase<Schema>) => Promise<unknown>): Promise<boolean> {
  const database = await device()
  if (database === null) return false
  return write(database).then(
    () => true,
    () => false,
  )
}

export type Step = IDBPTransaction<Schema, Store[], 'readwrite'>

/**
 * All of a change or none of it, on disk when it resolves.
 *
 * @returns null when this device could not save it
 */
export async function changed<T>(change: (step: Step) => Promise<T>): Promise<T | null> {
  const database = await device()
  if (database === null) return null
  try {
    const step = database.transaction(Object.keys(stores) as Store[], 'readwrite', { durability: 'strict' })
    const result = await change(step)
    await step.done
    return result
  } catch {
    return null
  }
}
