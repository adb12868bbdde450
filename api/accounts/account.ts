/** The account of a member of staff, and the collection of all accounts. */
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Account } from './collections.ts'

export type { Account }

export type Accounts = ReturnType<typeof accountsIn>

/** Small letters, so that one person has one login however it is typed. */
export const loginOf = (typed: string) => typed.trim().toLowerCase()
export const isLogin = (login: string) => /^[a-z0-9][a-z0-9._@-]{2,79}$/.test(login)

export function accountsIn(store: Store) {
  const collection = store.collection(collections.accounts)

  return {
    /** Null when there is none. */
    find: async (login: string): Promise<Account | null> =>
      isLogin(login) ? ((await collection.get(login))?.value ?? null) : null,

    /** What a person is called on the screens; who has no account any more is called by the login. */
    nameOf: async (login: string): Promise<string> =>
      (isLogin(login) && (await collection.get(login))?.value.name) || login,

    list: async (): Promise<Account[]> => (await collection.list()).map(({ value }) => value),

    /** False when the login is taken. */
    create: async (account: Account): Promise<boolean> =>
      (await collection.put(account.login, account, null)) !== 'changed',

    /**
     * Changes an account; `change` may run again when another instance changed it meanwhile.
     *
     * @param change returns the new account, or null to leave it as it is
     * @throws Problem account-unknown
     */
    async change(login: string, change: (account: Account) => Account | null): Promise<Account | null> {
      if (!isLogin(login)) throw new Problem('account-unknown')
      const changed = await collection.update(login, (account) => {
        if (account === null) throw new Problem('account-unknown')
        return change(account)
      })
      return changed?.value ?? null
    },

    hasAdministrator: async (): Promise<boolean> =>
      (await collection.list()).some(({ value }) => isAdministrator(value)),

    /** Somebody has begun to administer: half-made, their account goes on by its password. */
    hasFirst: async (): Promise<boolean> =>
      (await collection.list()).some(
        ({ value }) => value.state === 'active' && (value.roles.includes('admin') || isUnfinishedFirst(value)),
      ),
  }
}

/** Someone who can get in and invite: revoked people and half-made accounts do not count. */
export const isAdministrator = (account: Account) => isInside(account) && account.roles.includes('admin')

/** Begun by the set-up link; everybody else holds a right from the start. */
export const isUnfinishedFirst = ({ roles }: Account) => roles.length === 0

/** Someone who can get in and place a tablet. */
export const placesKiosks = (account: Account) =>
  isInside(account) && (account.roles.includes('kiosk') || account.roles.includes('admin'))

const isInside = ({ state, factor }: Account) => state === 'active' && factor !== null
