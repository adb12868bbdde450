/** Stores encrypted the responses that cannot be counted as they are, until the staff decide. */

import type { DataContext } from '../data-context.ts'
import { Problem } from '../http/problems.ts'
import { decryptText, encryptText } from '../keys/encrypted-text.ts'
import { collections } from '../store/collections.ts'
import type { EncryptedResponse, Inside } from '../wire/encrypted-response.ts'
import type { Waiting } from './collections.ts'
import type { Why } from './whys.ts'

export type QuarantineLine = Omit<Waiting, 'sealed'> & { id: string }
export type Quarantine = ReturnType<typeof quarantineIn>

export function quarantineIn({ store, keyring, now }: DataContext) {
  const collection = store.collection(collections.kioskQuarantine)
  const key = () => keyring.secret('kiosks').encryption

  return {
    /** Durable when it resolves. A response already here stays as it is, decided or not. */
    async add(encrypted: EncryptedResponse, inside: Inside | null, why: Why): Promise<void> {
      const waiting: Waiting = {
        kiosk: encrypted.kiosk,
        why,
        receivedAt: now().toISOString(),
        answeredAt: inside?.answeredAt ?? null,
        questionnaire: inside?.sheet.questionnaire ?? null,
        sealed: encryptText(JSON.stringify(inside ?? encrypted), encrypted.id, key()),
        state: 'waiting',
      }
      await collection.put(encrypted.id, waiting, null)
    },

    has: async (id: string): Promise<boolean> =>
      (await store.documents(collections.kioskQuarantine.name).get(id)) !== null,

    list: async (): Promise<QuarantineLine[]> =>
      (await collection.list())
        .filter(({ value }) => value.state === 'waiting')
        .map(({ id, value: { sealed: _, ...line } }) => ({ id, ...line })),

    /** @throws Problem quarantine-decided */
    async open(id: string): Promise<{ line: QuarantineLine; inside: Inside | null }> {
      const stored = /^[0-9a-f-]{36}$/.test(id) ? await collection.get(id) : null
      if (stored?.value.state !== 'waiting') throw new Problem('quarantine-decided')
      const { sealed, ...line } = stored.value
      const content = JSON.parse(decryptText(sealed, id, key())) as Inside | EncryptedResponse
      return { line: { id, ...line }, inside: 'sheet' in content ? content : null }
    },

    /** What was decided stays, so that the same response sent again is known; its content goes. */
    async decided(id: string, state: 'kept' | 'dropped'): Promise<void> {
      const stored = await collection.get(id)
      if (stored) await collection.put(id, { ...stored.value, state, sealed: '' }, stored.revision)
    },
  }
}
