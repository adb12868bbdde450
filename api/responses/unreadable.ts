/**
 * Responses that cannot be decrypted: altered in the store, or without their key. Whoever reads a questionnaire passes over them; their ids
 * are noted for the administrators, and a note goes once its response is readable again or is erased.
 */
import { createHash } from 'node:crypto'
import type { Response } from '../../surveys/answers/response.ts'
import type { DataContext } from '../data-context.ts'
import { decryptResponse, UnreadableResponse } from '../keys/encryption.ts'
import { collections } from '../store/collections.ts'
import type { StoredResponse } from '../store/store.ts'
import type { Unreadable } from './collections.ts'

export type Noted = Unreadable & { questionnaire: string }

type Context = Pick<DataContext, 'store' | 'keyring' | 'now'>

/** @returns null for a row that cannot be decrypted */
export async function readable(row: StoredResponse, keyring: Context['keyring']): Promise<Response | null> {
  try {
    return await decryptResponse(row, keyring)
  } catch (error) {
    if (error instanceof UnreadableResponse) return null
    throw error
  }
}

export function unreadableIn({ store, keyring, now }: Context) {
  const collection = store.collection(collections.unreadable)
  const named = (questionnaire: string, id: string) =>
    `${questionnaire}/${createHash('sha256').update(id).digest('base64url')}`
  /** Names that are known to be noted, by questionnaire: many responses of one lost key are not looked up one by one. */
  const noted = new Map<string, Promise<Set<string>>>()

  function notedOf(questionnaire: string): Promise<Set<string>> {
    const known =
      noted.get(questionnaire) ??
      collection.list(`${questionnaire}/`).then((notes) => new Set(notes.map(({ id }) => id)))
    noted.set(questionnaire, known)
    return known
  }

  async function note({ questionnaire, id, receivedAt }: StoredResponse): Promise<void> {
    const known = await notedOf(questionnaire)
    const name = named(questionnaire, id)
    if (known.has(name)) return
    known.add(name)
    await collection.put(name, { id, receivedAt, noticedAt: now().toISOString() }, null)
  }

  /** An altered id leads to no row: its note stays until the questionnaire is purged. */
  async function isOver({ id }: Unreadable): Promise<boolean> {
    const row = await store.responses.get(id)
    return row ? (await readable(row, keyring)) !== null : isId.test(id)
  }

  return {
    /** The response, or null once it is noted as unreadable. */
    async open(row: StoredResponse): Promise<Response | null> {
      const response = await readable(row, keyring)
      if (response === null) await note(row)
      return response
    },

    /** Those that are unreadable now, of one questionnaire or of all. */
    async list(questionnaire?: string): Promise<Noted[]> {
      const waiting: Noted[] = []
      for (const { id: name, value } of await collection.list(questionnaire === undefined ? '' : `${questionnaire}/`)) {
        if (await isOver(value)) await collection.remove(name)
        else waiting.push({ ...value, questionnaire: name.slice(0, name.indexOf('/')) })
      }
      return waiting.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
    },
  }
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
