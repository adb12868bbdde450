/** The authority of a store: read again at most once a second, so that every instance follows a change. */
import { firstAuthority } from '../../surveys/authority/first.ts'
import { setAuthority } from '../../surveys/authority/in-force.ts'
import type { Authority } from '../../surveys/authority/schema.ts'
import { cached, type Stopwatch } from '../http/cache.ts'
import { collections } from '../store/collections.ts'
import type { Store, Stored } from '../store/store.ts'
import type { AuthorityVersion } from './collections.ts'

export type { AuthorityVersion }

/** `number`: of the version; 0 = the authority shipped with the product, changed by nobody. */
export type InForce = { number: number; authority: Authority }
export type AuthorityVersions = ReturnType<typeof authorityIn>

const place = 'in-force'
const idOf = (number: number) => String(number).padStart(6, '0')

export function authorityIn(store: Store, stopwatch: Stopwatch) {
  const current = store.collection(collections.authority)
  const history = store.collection(collections.authorityHistory)
  let known: { revision: number; value: InForce } = { revision: 0, value: { number: 0, authority: firstAuthority } }

  function taken(stored: Stored<AuthorityVersion> | null): InForce {
    // the same object as long as nothing changed: what was made from it stays made
    if ((stored?.revision ?? 0) !== known.revision) {
      const { number, authority } = stored?.value ?? { number: 0, authority: firstAuthority }
      known = { revision: stored?.revision ?? 0, value: { number, authority } }
    }
    setAuthority(known.value.authority)
    return known.value
  }
  const read = async () => taken(await current.get(place))
  const recently = cached(read, stopwatch)

  return {
    /** Puts it in force in this process too. */
    async inForce(): Promise<InForce> {
      await recently()
      // what was saved here since then is newer than what was read
      setAuthority(known.value.authority)
      return known.value
    },

    /** The one of now, not of a second ago. */
    now: read,

    /** Newest first. */
    history: async (): Promise<AuthorityVersion[]> => (await history.list()).map(({ value }) => value).reverse(),

    /** @returns null when somebody saved another version since `after` was read */
    async save(after: number, version: Omit<AuthorityVersion, 'number'>): Promise<AuthorityVersion | null> {
      const stored = await current.get(place)
      if ((stored?.value.number ?? 0) !== after) return null
      // a program that stopped between the two writes left it out
      if (stored) await history.put(idOf(stored.value.number), stored.value, null)
      const saved = { ...version, number: after + 1 }
      if ((await current.put(place, saved, stored?.revision ?? null)) === 'changed') return null
      await history.put(idOf(saved.number), saved, null)
      await read()
      return saved
    },
  }
}

/**
 * Words of an objective on a day: those of the last version that held then. What was done under an objective shows the words
 * it had.
 *
 * @param versions newest first; each holds from its `date`
 * @param day ISO
 * @returns null when the plan had no such objective then
 */
export function wordsOn(versions: readonly AuthorityVersion[], objective: number, day: string): string | null {
  return authorityOn(versions, day).plan.objectives.find(({ number }) => number === objective)?.title ?? null
}

/** The authority that held on a day. @param versions newest first; each holds from its `date` */
export const authorityOn = (versions: readonly AuthorityVersion[], day: string): Authority =>
  versions.find(({ date }) => date <= day)?.authority ?? firstAuthority
