/** The keys an instance works with: read from the store, made when there is none, remembered once the store gave them back. */
import { setTimeout as pause } from 'node:timers/promises'
import { StoreUnavailable } from '../store/store.ts'
import { type Masters, rootOf } from './masters.ts'
import {
  type KeyEntry,
  keyOfRoot,
  type Purpose,
  purposes,
  type QuestionnaireKey,
  type Use,
  type WrappedKeys,
} from './wrapped-keys.ts'

/** How long a questionnaire's current key is used before the store is asked again: a rotation reaches every instance. */
const currentMs = 60_000
/** A winner that the majority has not seen yet is read again, so many times. */
const attempts = 100
const pauseMs = 50

/**
 * The keys of a use, at least one; made by whoever is first, read again by all.
 *
 * @throws StoreUnavailable when the store cannot say that the key is durable
 */
async function ensured(keys: WrappedKeys, masters: Masters, use: Use): Promise<KeyEntry[]> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const there = await keys.list(use)
    if (there.length > 0) return there
    masters.again()
    // whoever loses reads the key of the winner
    if (!(await keys.insert(use, 1, masters.current()))) await pause(pauseMs)
  }
  throw new StoreUnavailable('a new key could not be read again')
}

/** The keys of every purpose that open; the first made of each, since what it protects cannot be protected anew. */
export async function secretsIn(keys: WrappedKeys, masters: Masters): Promise<Map<Purpose, QuestionnaireKey>> {
  const secrets = new Map<Purpose, QuestionnaireKey>()
  for (const purpose of purposes) {
    const [first] = await ensured(keys, masters, `purpose/${purpose}`)
    const root = rootOf(keys, masters, first!)
    if (root === null) return secrets
    secrets.set(purpose, keyOfRoot(first!.id, root))
  }
  return secrets
}

export function questionnaireKeysIn(keys: WrappedKeys, masters: Masters) {
  const known = new Map<string, QuestionnaireKey>()
  const current = new Map<string, { key: QuestionnaireKey; until: number }>()
  const underWay = new Map<string, Promise<QuestionnaireKey>>()
  let listing: Promise<KeyEntry[]> | null = null

  function remembered(entry: KeyEntry): QuestionnaireKey | null {
    const before = known.get(entry.id)
    if (before) return before
    const root = rootOf(keys, masters, entry)
    if (!root) return null
    const key = keyOfRoot(entry.id, root)
    known.set(entry.id, key)
    return key
  }

  async function newest(questionnaire: string): Promise<QuestionnaireKey> {
    const entry = (await ensured(keys, masters, `questionnaire/${questionnaire}`)).at(-1)!
    const key = remembered(entry)
    if (!key) throw new StoreUnavailable('the newest key is wrapped by a master that this keyring lacks')
    current.set(questionnaire, { key, until: performance.now() + currentMs })
    return key
  }

  return {
    async keyFor(questionnaire: string): Promise<QuestionnaireKey> {
      const now = current.get(questionnaire)
      if (now && now.until > performance.now()) return now.key
      const asked = underWay.get(questionnaire) ?? newest(questionnaire).finally(() => underWay.delete(questionnaire))
      underWay.set(questionnaire, asked)
      return asked
    },

    forget(questionnaire: string): void {
      current.delete(questionnaire)
      // keys that are still in the store are read again when they are asked for
      known.clear()
    },

    async keysOf(questionnaire: string): Promise<QuestionnaireKey[]> {
      return (await keys.list(`questionnaire/${questionnaire}`)).flatMap((entry) => remembered(entry) ?? [])
    },

    async key(id: string): Promise<QuestionnaireKey | null> {
      const before = known.get(id)
      if (before) return before
      // a block of responses asks for its key many times at once
      listing ??= keys.list().finally(() => {
        listing = null
      })
      const entry = (await listing).find((each) => each.id === id)
      return entry ? remembered(entry) : null
    },
  }
}
