/** Links handed from person to person: a first administrator, a new colleague, a lost password. Each serves once. */

import { collections } from '../store/collections.ts'
import type { Store, Stored } from '../store/store.ts'
import type { Invitation } from './collections.ts'
import { hashOfSecret, newSecret } from './secret.ts'

export type { Invitation }

const day = 24 * 60 * 60_000
export const validDays = 7

export type Invitations = ReturnType<typeof invitationsIn>
export type Offer = Pick<Invitation, 'kind' | 'login' | 'name' | 'roles' | 'questionnaires' | 'createdBy'>

export function invitationsIn(store: Store, now: () => Date) {
  const collection = store.collection(collections.invitations)
  const isValid = ({ value }: Stored<Invitation>) =>
    now().getTime() < value.expiresAt && now().getTime() > value.createdAt - day

  return {
    /** The secret of a new link. */
    async make(offer: Offer): Promise<string> {
      const secret = newSecret()
      const at = now().getTime()
      await collection.put(hashOfSecret(secret), { ...offer, createdAt: at, expiresAt: at + validDays * day }, null)
      return secret
    },

    /** The invitation of a secret, or null when it never was, was used or is too old. */
    async find(secret: string): Promise<Stored<Invitation> | null> {
      const stored = await collection.get(hashOfSecret(secret))
      return stored && isValid(stored) ? stored : null
    },

    /** Takes a link out of use; false when somebody used it first. */
    use: ({ id, revision }: Stored<Invitation>): Promise<boolean> => collection.remove(id, revision),

    /** Puts back a link whose use failed. */
    giveBack: async ({ id, value }: Stored<Invitation>): Promise<void> => void (await collection.put(id, value, null)),

    withdraw: (id: string): Promise<boolean> => collection.remove(id),

    /** Links still open; the operator's own are not shown. */
    list: async (): Promise<Stored<Invitation>[]> =>
      (await collection.list()).filter(
        (stored) => isValid(stored) && (stored.value.kind === 'invite' || stored.value.kind === 'reset'),
      ),

    async sweep(): Promise<void> {
      await Promise.all(
        (await collection.list()).filter((stored) => !isValid(stored)).map(({ id }) => collection.remove(id)),
      )
    },

    /** Removes the links that would make or change this login. */
    async withdrawFor(login: string): Promise<void> {
      const concerned = (await collection.list()).filter(({ value }) => value.login === login)
      await Promise.all(concerned.map(({ id }) => collection.remove(id)))
    },
  }
}
