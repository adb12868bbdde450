/** A kiosk: a tablet the staff placed somewhere. It is registered by a link that serves once, and can only add answers. */
import { randomUUID } from 'node:crypto'
import { hashOfSecret, newSecret } from '../accounts/secret.ts'
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'
import type { Store, Stored } from '../store/store.ts'
import type { Beat, Kiosk } from './collections.ts'

export type { Beat, Kiosk }

const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id)

export const linkHours = 24
const hourMs = 3_600_000
type MayLink = (login: string, kiosk: Kiosk) => Promise<boolean>
type Wanted = Pick<Kiosk, 'name' | 'channel' | 'questionnaires'>

export type Kiosks = ReturnType<typeof kiosksIn>

export function kiosksIn(store: Store, now: () => Date) {
  const collection = store.collection(collections.kiosks)
  const links = store.collection(collections.kioskLinks)
  const tokens = store.collection(collections.kioskTokens)

  async function existing(id: string): Promise<Stored<Kiosk>> {
    const found = isId(id) ? await collection.get(id) : null
    if (!found) throw new Problem('kiosk-unknown')
    return found
  }

  async function change(id: string, next: (kiosk: Kiosk) => Kiosk): Promise<Kiosk> {
    if (!isId(id)) throw new Problem('kiosk-unknown')
    const changed = await collection.update(id, (kiosk) => {
      if (kiosk === null) throw new Problem('kiosk-unknown')
      return next(kiosk)
    })
    return changed!.value
  }

  async function forgetLinks(kiosk: string): Promise<void> {
    const theirs = (await links.list()).filter(({ value }) => value.kiosk === kiosk)
    await Promise.all(theirs.map(({ id }) => links.remove(id)))
  }

  return {
    list: async (): Promise<Kiosk[]> => (await collection.list()).map(({ value }) => value),

    find: async (id: string): Promise<Kiosk | null> => (await collection.get(id))?.value ?? null,

    /** @throws Problem kiosk-unknown */
    get: async (id: string): Promise<Kiosk> => (await existing(id)).value,

    async add(wanted: Wanted, by: string): Promise<Kiosk> {
      const kiosk: Kiosk = {
        ...wanted,
        id: randomUUID(),
        state: 'waiting',
        createdAt: now().toISOString(),
        createdBy: by,
        registeredAt: null,
        token: null,
        beat: null,
      }
      await collection.put(kiosk.id, kiosk, null)
      return kiosk
    },

    /**
     * The secret of a link that serves once; earlier ones stop working.
     *
     * @throws Problem kiosk-unknown
     */
    async link(id: string, by: string): Promise<string> {
      await existing(id)
      await forgetLinks(id)
      const secret = newSecret()
      await links.put(hashOfSecret(secret), { kiosk: id, expiresAt: now().getTime() + linkHours * hourMs, by }, null)
      return secret
    },

    /**
     * A tablet takes the place of a kiosk; the tablet that held it before is out.
     *
     * @param mayLink whether somebody could still make a link to this kiosk: whoever loses the right takes their links with it
     * @returns the token, which only the tablet stores
     * @throws Problem link-refused
     */
    async join(secret: string, mayLink: MayLink): Promise<{ kiosk: Kiosk; token: string }> {
      const link = await links.get(hashOfSecret(secret))
      if (!link || link.value.expiresAt <= now().getTime()) throw new Problem('link-refused')
      const offered = await existing(link.value.kiosk)
      if (!link.value.by || !(await mayLink(link.value.by, offered.value))) throw new Problem('link-refused')
      if (!(await links.remove(link.id, link.revision))) throw new Problem('link-refused')
      const token = newSecret()
      const hash = hashOfSecret(token)
      const before = (await existing(link.value.kiosk)).value.token
      await tokens.put(hash, { kiosk: link.value.kiosk }, null)
      const registeredAt = now().toISOString()
      const kiosk = await change(link.value.kiosk, (old) => ({ ...old, state: 'active', token: hash, registeredAt }))
      if (before) await tokens.remove(before)
      return { kiosk, token }
    },

    /** Links of this kiosk that nobody used stop working. */
    forgetLinks,

    /** The kiosk of a token, read at each request: a revoked tablet is out at the next one. */
    async known(token: string): Promise<Kiosk | null> {
      const found = await tokens.get(hashOfSecret(token))
      const kiosk = found && (await collection.get(found.value.kiosk))?.value
      return kiosk?.state === 'active' && kiosk.token === found?.id ? kiosk : null
    },

    beat: (id: string, beat: Omit<Beat, 'at'>): Promise<Kiosk> =>
      change(id, (kiosk) => ({ ...kiosk, beat: { ...beat, at: now().toISOString() } })),

    /** @throws Problem kiosk-unknown */
    set: (id: string, wanted: Wanted): Promise<Kiosk> => change(id, (kiosk) => ({ ...kiosk, ...wanted })),

    /** @throws Problem kiosk-unknown */
    async revoke(id: string): Promise<Kiosk> {
      const { token } = (await existing(id)).value
      if (token) await tokens.remove(token)
      await forgetLinks(id)
      return change(id, (kiosk) => ({ ...kiosk, state: 'revoked', token: null }))
    },

    /**
     * Nothing more will come from this tablet: its last queue was imported, or is lost.
     *
     * @throws Problem kiosk-unknown
     */
    emptied: (id: string): Promise<Kiosk> =>
      change(id, (kiosk) => ({
        ...kiosk,
        beat: {
          at: now().toISOString(),
          sealsWith: '',
          app: '',
          kept: 'unanswered',
          ...kiosk.beat,
          queue: 0,
          keys: [],
        },
      })),
  }
}

/** In service, and nothing heard for a day. */
export const isSilent = ({ state, registeredAt, beat }: Kiosk, now: Date) =>
  state === 'active' && now.getTime() - new Date(beat?.at ?? registeredAt ?? now).getTime() > 24 * hourMs
