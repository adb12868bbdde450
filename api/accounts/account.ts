/** The account of a member of staff, and the collection of all accounts. */
import { Problem } from '../http/problems.ts'
import type { Kept, Store } from '../store/store.ts'
import type { StaffRole } from './roles.ts'

export type Account = {
  login: string
  name: string
  roles: StaffRole[]
  /** Slugs this person works on; null = all. */
  questionnaires: string[] | null
  /** See password.ts. */
  password: string
  /** The second factor's secret, sealed; null until it is set up. */
  factor: string | null
  /** Last step whose code was accepted: no code serves twice. */
  factorUsed: number
  /** Hashes of the recovery codes not used yet. */
  recovery: string[]
  state: 'active' | 'revoked'
  createdAt: string
  createdBy: string
  lastLoginAt: string | null
}

export type Accounts = ReturnType<typeof accountsIn>

/** Small letters, so that one person has one login however it is typed. */
export const loginOf = (typed: string) => typed.trim().toLowerCase()
export const isLogin = (login: string) => /^[a-z0-9][a-z0-9._@-]{2,79}$/.test(login)

export function accountsIn(store: Store) {
  const collection = store.collection<Account>('accounts')

  async function kept(login: string): Promise<Kept<Account>> {
    const found = isLogin(login) ? await collection.get(login) : null
    if (!found) throw new Problem('account-unknown')
    return found
  }

  return {
    /** Null when there is none. */
    find: async (login: string): Promise<Account | null> =>
      isLogin(login) ? ((await collection.get(login))?.value ?? null) : null,

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
      for (;;) {
        const { value, revision } = await kept(login)
        const next = change(value)
        if (next === null) return null
        if ((await collection.put(login, next, revision)) !== 'changed') return next
      }
    },

    hasAdministrator: async (): Promise<boolean> =>
      (await collection.list()).some(({ value }) => isAdministrator(value)),
  }
}

/** Someone who can get in and invite: revoked people and half-made accounts do not count. */
export const isAdministrator = ({ state, roles, factor }: Account) =>
  state === 'active' && factor !== null && roles.includes('admin')
