/** The typologies of a questionnaire as they are stored: a few of each snapshot, frozen once made. */
import { rules } from '../../../analysis/disclosure/rules.ts'
import { collections } from '../../store/collections.ts'
import type { Store } from '../../store/store.ts'
import type { StoredTypology } from '../collections.ts'

export function typologiesIn(store: Store) {
  const collection = store.collection(collections.typologies)
  const prefixOf = (slug: string, trial: boolean) => `${slug}@${trial ? 'trial' : 'live'}@`
  const padded = (number: number, length: number) => String(number).padStart(length, '0')
  return {
    /** Oldest first: their places are their numbers, from 1 on. */
    all: async (slug: string, trial: boolean): Promise<StoredTypology[]> =>
      (await collection.list(prefixOf(slug, trial))).map(({ value }) => value),
    /** False when another process was faster. */
    insert: async (slug: string, trial: boolean, place: number, made: StoredTypology): Promise<boolean> =>
      (await collection.put(`${prefixOf(slug, trial)}${padded(made.snapshot, 6)}@${padded(place, 2)}`, made, null)) !==
      'changed',
  }
}

/** How many more typologies a snapshot may give. */
export const leftOf = (made: readonly StoredTypology[], snapshot: number): number =>
  Math.max(0, rules.mostTypologies - made.filter((one) => one.snapshot === snapshot).length)
