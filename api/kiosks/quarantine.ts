/** Sheets that arrived and cannot be counted as they are: kept sealed until the staff decide. */

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
    /** Durable when it resolves. A sheet already here stays as it is, decided or not. */
    async add(sealed: EncryptedResponse, inside: Inside | null, why: Why): Promise<void> {
      const waiting: Waiting = {
        kiosk: sealed.kiosk,
        why,
        receivedAt: now().toISOString(),
        answeredAt: inside?.answeredAt ?? null,
        questionnaire: inside?.sheet.questionnaire ?? null,
        sealed: encryptText(JSON.stringify(inside ?? sealed), sealed.id, key()),
        state: 'waiting',
      }
      await collection.put(sealed.id, waiting, null)
    },

    has: async (id: string): Promise<boolean> =>
      (await store.documents(collections.kioskQuarantine.name).get(id)) !== null,

    list: async (): Promise<QuarantineLine[]> =>
      (await collection.list())
        .filter(({ value }) => value.state === 'waiting')
        .map(({ id, value: { sealed: _, ...line } }) => ({ id, ...line })),

    /** @throws Problem quarantine-decided */
    async open(id: string): Promise<{ line: QuarantineLine; inside: Inside | null }> {
      const kept = /^[0-9a-f-]{36}$/.test(id) ? await collection.get(id) : null
      if (kept?.value.state !== 'waiting') throw new Problem('quarantine-decided')
      const { sealed, ...line } = kept.value
      const content = JSON.parse(decryptText(sealed, id, key())) as Inside | EncryptedResponse
      return { line: { id, ...line }, inside: 'sheet' in content ? content : null }
    },

    /** What was decided stays, so that the same sheet sent again is known; its content goes. */
    async decided(id: string, state: 'kept' | 'dropped'): Promise<void> {
      const kept = await collection.get(id)
      if (kept) await collection.put(id, { ...kept.value, state, sealed: '' }, kept.revision)
    },
  }
}
