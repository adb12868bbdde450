/**
 * Coordinates left for a call-back: their own collection, their own key, and nothing in common with any answer. New ones wait
 * in one small document, shuffled at each arrival, and leave it in batches, so that neither order nor hour leads to a response.
 */
import { randomInt } from 'node:crypto'
import * as z from 'zod'
import type { AppContext } from '../context.ts'
import { decryptText, encryptText } from '../keys/encrypted-text.ts'
import { collections } from '../store/collections.ts'
import * as wire from '../wire/public.ts'
import type { WaitingContacts } from './collections.ts'

/** A batch leaves when it is this large, or a day after when it is at least `fewest`, or after a week. */
const batch = 12
const fewest = 3
const longestDays = 7

const Coordinates = z.strictObject({
  name: z.string(),
  reach: z.string(),
  when: wire.NewContact.shape.when,
  wishes: wire.NewContact.shape.wishes,
})

/** What a person left; the month is null while its batch waits. */
export type LeftContact = z.infer<typeof Coordinates> & { id: string; month: string | null }

/** A telephone number however it is spaced or prefixed, an address however it is capitalised. */
const addressOf = (reach: string) => {
  const digits = reach.replace(/\D/g, '')
  return reach.includes('@') || digits.length < 9 ? reach.trim().toLowerCase() : digits.slice(-9)
}

export type Contacts = ReturnType<typeof contactsIn>

export function contactsIn({ store, keyring, now }: AppContext) {
  const collection = store.collection(collections.contacts)
  const waiting = store.collection(collections.contactsWaiting)
  const key = () => keyring.secret('contacts').encryption
  const today = () => now().toISOString().slice(0, 10)

  /** `change` is given the waiting ones as they are, again when another has changed them meanwhile; null leaves them alone. */
  async function changed(change: (waiting: WaitingContacts) => Promise<WaitingContacts | null>) {
    const next = await waiting.update('pen', (before) => change(before ?? { since: today(), entries: [] }))
    return next?.value ?? null
  }

  /** Entries are written before they leave the waiting ones: a crash in between writes them again under the same ids. */
  async function flush(pending: WaitingContacts): Promise<void> {
    for (const { id, sealed } of shuffled(pending.entries))
      await collection.put(id, { sealed, month: pending.since.slice(0, 7) }, null)
    const gone = new Set(pending.entries.map(({ id }) => id))
    await changed(async ({ entries }) => ({ since: today(), entries: entries.filter(({ id }) => !gone.has(id)) }))
  }

  const isDue = ({ since, entries }: WaitingContacts) => {
    const days = (new Date(today()).getTime() - new Date(since).getTime()) / 86_400_000
    return (
      entries.length >= batch || (days >= 1 && entries.length >= fewest) || (days >= longestDays && entries.length > 0)
    )
  }

  return {
    /** Durable when it resolves; the same id again changes nothing. */
    async leave({ id, ...coordinates }: wire.NewContact): Promise<void> {
      const entry = { id, sealed: encryptText(JSON.stringify(coordinates), id, key()) }
      const pending = await changed(async ({ since, entries }) => {
        // looked up once the waiting ones are read: a batch is written before it leaves them, so it is in one of the two
        if (await collection.get(id)) return null
        return {
          since: entries.length === 0 ? today() : since,
          entries: shuffled([...entries.filter((other) => other.id !== id), entry]),
        }
      })
      if (pending && isDue(pending)) await flush(pending)
    },

    /** Lets a batch go when its time has come. */
    async sweep(): Promise<void> {
      const pending = await waiting.get('pen')
      if (pending && isDue(pending.value)) await flush(pending.value)
    },

    /** How many are stored, by the month in which the first of their batch came. */
    async months(): Promise<Map<string, number>> {
      const months = new Map<string, number>()
      for (const { value } of await collection.list()) months.set(value.month, (months.get(value.month) ?? 0) + 1)
      return months
    },

    /** Whether some that began to wait in this month, or before, still do. */
    async isWaitingSince(month: string): Promise<boolean> {
      const pending = (await waiting.get('pen'))?.value
      return pending !== undefined && pending.entries.length > 0 && pending.since.slice(0, 7) <= month
    },

    /** Everything left under this telephone number or e-mail address, whether its batch has left or not. */
    async of(reach: string): Promise<LeftContact[]> {
      const pending = (await waiting.get('pen'))?.value.entries ?? []
      const all = [
        ...pending.map(({ id, sealed }) => ({ id, sealed, month: null })),
        ...(await collection.list()).map(({ id, value: { sealed, month } }) => ({ id, sealed, month })),
      ]
      const coordinates = all.map(({ id, sealed, month }) => ({
        id,
        month,
        ...Coordinates.parse(JSON.parse(decryptText(sealed, id, key()))),
      }))
      return coordinates.filter((one) => addressOf(one.reach) === addressOf(reach))
    },

    /** Those whose batch has left, in the order of their ids, which chance made; and how many still wait. */
    async list(): Promise<wire.Contacts> {
      const contacts = (await collection.list()).map(({ id, value }) => ({
        id,
        month: value.month,
        ...Coordinates.parse(JSON.parse(decryptText(value.sealed, id, key()))),
      }))
      return { contacts, waiting: (await waiting.get('pen'))?.value.entries.length ?? 0 }
    },
  }
}

/** Fisher and Yates, with the system's own chance. */
function shuffled<T>(items: T[]): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
  }
  return mixed
}
