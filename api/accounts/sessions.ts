/** Sessions of staff: created at login, stored under the hash of their secret, gone at once when revoked. */

import { DamagedDocument } from '../store/collection.ts'
import { collections } from '../store/collections.ts'
import type { Store, Stored } from '../store/store.ts'
import type { Session, Stage } from './collections.ts'
import { hashOfSecret, newSecret } from './secret.ts'

export type { Session, Stage }

const minute = 60_000
export const idleMs = 30 * minute
export const absoluteMs = 8 * 60 * minute
/** Time to type the code, or to set the second factor up. */
export const pendingMs = 15 * minute
/** Time to find a new phone, with a recovery code. */
export const recoveryMs = 60 * minute
const clockSlackMs = 5 * minute

export type Sessions = ReturnType<typeof sessionsIn>

export function sessionsIn(store: Store, now: () => Date) {
  const collection = store.collection(collections.sessions)

  function isAlive({ stage, startedAt, seenAt, replaces }: Session): boolean {
    const at = now().getTime()
    // a clock put back must not make a session live longer
    if (at < seenAt - clockSlackMs) return false
    if (stage !== 'open') return at - startedAt <= (replaces === null ? pendingMs : recoveryMs)
    return at - seenAt <= idleMs && at - startedAt <= absoluteMs
  }

  async function closeWhere(isConcerned: (stored: Stored<Session>) => boolean): Promise<number> {
    const concerned = (await collection.list()).filter(isConcerned)
    await Promise.all(concerned.map(({ id }) => collection.remove(id)))
    return concerned.length
  }

  return {
    /** Starts a session; returns its secret, which is stored nowhere. */
    async start(login: string, stage: Stage, device: string, replaces: string | null = null): Promise<string> {
      const secret = newSecret()
      const at = now().getTime()
      const session: Session = { login, stage, startedAt: at, seenAt: at, device, factor: null, replaces }
      await collection.put(hashOfSecret(secret), session, null)
      return secret
    },

    /** The session of a secret, seen now; null when there is none, or no longer. */
    async find(secret: string): Promise<Stored<Session> | null> {
      const stored = await collection.get(hashOfSecret(secret)).catch(noneWhenDamaged)
      if (!stored || !isAlive(stored.value)) return null
      const at = now().getTime()
      if (at - stored.value.seenAt > minute) {
        // lost to another request of the same person: it was seen all the same
        const revision = await collection.put(stored.id, { ...stored.value, seenAt: at }, stored.revision)
        if (revision !== 'changed') return { id: stored.id, revision, value: { ...stored.value, seenAt: at } }
      }
      return stored
    },

    /** Remembers the second factor being set up. False when the session is gone. */
    async remember(id: string, factor: string): Promise<boolean> {
      return (await collection.update(id, (session) => session && { ...session, factor })) !== null
    },

    close: (id: string): Promise<boolean> => collection.remove(id),

    /** Closes every session of a person but `except`; returns how many. */
    closeAll: (login: string, except: string | null = null): Promise<number> =>
      closeWhere(({ id, value }) => value.login === login && id !== except),

    list: async (): Promise<Stored<Session>[]> =>
      (await collection.list())
        .filter(({ value }) => isAlive(value))
        .toSorted((a, b) => b.value.seenAt - a.value.seenAt),

    /** Throws away what is over. */
    sweep: (): Promise<number> => closeWhere(({ value }) => !isAlive(value)),
  }
}

/** Its person logs in again, rather than being refused every page. */
function noneWhenDamaged(error: unknown): null {
  if (error instanceof DamagedDocument) return null
  throw error
}
