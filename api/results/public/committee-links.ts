/** Links that open the committee's pages without an account: made by the staff, read-only, with an end, revocable. */
import { createHash, randomBytes } from 'node:crypto'
import { collections } from '../../store/collections.ts'
import type { Store } from '../../store/store.ts'
import type { CommitteeLink } from '../collections.ts'

const digestOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Why a link does not open: `over` is past its day, `revoked` was closed by the staff. */
export type LinkState = { kind: 'open'; link: CommitteeLink } | { kind: 'unknown' } | { kind: 'over' | 'revoked' }

export function committeeLinksIn(store: Store, now: () => Date) {
  const collection = store.collection(collections.committeeLinks)
  const isOver = ({ until }: CommitteeLink) => until <= now().toISOString()
  return {
    /** Newest first. */
    all: async (): Promise<({ id: string; isOpen: boolean } & CommitteeLink)[]> =>
      (await collection.list())
        .map(({ id, value }) => ({ id, ...value, isOpen: value.revokedAt === null && !isOver(value) }))
        .toSorted((a, b) => (a.at < b.at ? 1 : -1)),

    /** @returns the secret, which is stored nowhere */
    async make(label: string, days: number, by: string): Promise<{ id: string; secret: string; link: CommitteeLink }> {
      const secret = randomBytes(24).toString('base64url')
      const at = now().toISOString()
      const until = new Date(now().getTime() + days * 86_400_000).toISOString()
      const link: CommitteeLink = { label, until, by, at, revokedAt: null }
      const id = digestOf(secret)
      await collection.put(id, link, null)
      return { id, secret, link }
    },

    /** Null when there is no such link; a link revoked twice keeps its first day. */
    async revoke(id: string): Promise<CommitteeLink | null> {
      const stored = await collection.get(id)
      if (!stored) return null
      const at = now().toISOString()
      await collection.update(id, (before) => {
        const link = before ?? stored.value
        return { ...link, revokedAt: link.revokedAt ?? at }
      })
      return stored.value
    },

    async open(secret: string): Promise<LinkState> {
      const stored = await collection.get(digestOf(secret))
      if (!stored) return { kind: 'unknown' }
      const link = stored.value
      if (link.revokedAt !== null) return { kind: 'revoked' }
      return isOver(link) ? { kind: 'over' } : { kind: 'open', link }
    },
  }
}
