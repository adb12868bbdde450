/** The keys tablets encrypt their queue to. An old key stays until no tablet can still hold a response encrypted to it. */
import { randomUUID } from 'node:crypto'
import { decryptText, encryptText } from '../keys/encrypted-text.ts'
import type { Keyring } from '../keys/keyring.ts'
import { collections } from '../store/collections.ts'
import type { Store, Stored } from '../store/store.ts'
import type { Kiosk, QueueKey } from './collections.ts'

export type PublicQueueKey = { id: string; publicKey: string }

/** A key serves this long before the next one is made. */
export const servesDays = 30
const dayMs = 24 * 3_600_000
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

export type QueueKeys = ReturnType<typeof queueKeysIn>

export function queueKeysIn(store: Store, keyring: Keyring, now: () => Date) {
  const collection = store.collection(collections.queueKeys)
  const own = () => keyring.secret('kiosks').encryption
  const age = ({ value }: Stored<QueueKey>) => now().getTime() - new Date(value.madeAt).getTime()
  const newest = async () => {
    const stored = await collection.list()
    return stored.toSorted((a, b) => (a.value.madeAt < b.value.madeAt ? -1 : 1)).at(-1) ?? null
  }

  async function make(): Promise<PublicQueueKey> {
    const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
    const id = randomUUID()
    const publicKey = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey)).toString('base64url')
    const secret = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).toString('base64url')
    await collection.put(id, { publicKey, sealed: encryptText(secret, id, own()), madeAt: now().toISOString() }, null)
    return { id, publicKey }
  }

  return {
    /** The key to encrypt to now; two instances may make one each, and both serve. */
    async current(): Promise<PublicQueueKey> {
      const last = await newest()
      if (!last || age(last) > servesDays * dayMs) return make()
      return { id: last.id, publicKey: last.value.publicKey }
    },

    /** Both halves of a key, or null when it never was or is gone. */
    async find(id: string): Promise<{ privateKey: CryptoKey; publicKey: Uint8Array } | null> {
      const stored = /^[0-9a-f-]{36}$/.test(id) ? await collection.get(id) : null
      if (!stored) return null
      const secret = Buffer.from(decryptText(stored.value.sealed, id, own()), 'base64url')
      const privateKey = await crypto.subtle.importKey('pkcs8', secret, curve, false, ['deriveBits'])
      return { privateKey, publicKey: Buffer.from(stored.value.publicKey, 'base64url') }
    },

    /**
     * Destroys the keys no tablet needs: not the newest, used by nobody, and encrypting nothing in any queue as last reported.
     * A tablet registered and never heard of again may hold anything: everything made since waits for it.
     */
    async retire(kiosks: readonly Kiosk[]): Promise<number> {
      const last = await newest()
      const placed = kiosks.filter(({ registeredAt }) => registeredAt !== null)
      const mayHold = (stored: Stored<QueueKey>) =>
        placed.some(({ state, beat }) => {
          if (beat === null) return true
          return beat.keys.includes(stored.id) || (state === 'active' && beat.sealsWith === stored.id)
        })
      const old = (await collection.list()).filter(
        (stored) => stored.id !== last?.id && age(stored) > dayMs && !mayHold(stored),
      )
      await Promise.all(old.map(({ id }) => collection.remove(id)))
      return old.length
    },
  }
}
