/** Explorations saved under a name: what was looked at, never what it showed. */
import { randomUUID } from 'node:crypto'
import { Problem } from '../../http/problems.ts'
import { collections } from '../../store/collections.ts'
import type { Store } from '../../store/store.ts'
import type { NewExploration, SavedExploration } from '../../wire/contracts/shapes/explorations.ts'

/** Of one questionnaire: more would hide one another. */
export const mostSaved = 40

export function explorationsIn(store: Store) {
  const collection = store.collection(collections.explorations)
  const savedOf = async (slug: string): Promise<SavedExploration[]> => (await collection.get(slug))?.value.saved ?? []
  return {
    /** Of a questionnaire, by name. */
    all: async (slug: string) => (await savedOf(slug)).toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),

    /** One of the same name is replaced. @throws Problem explorations-full */
    async save(slug: string, given: NewExploration, by: string, at: string): Promise<void> {
      await collection.update(slug, (before) => {
        const others = (before?.saved ?? []).filter(({ name }) => name !== given.name)
        if (others.length >= mostSaved) throw new Problem('explorations-full')
        return { saved: [...others, { ...given, id: randomUUID(), by, at }] }
      })
    },

    async remove(slug: string, id: string): Promise<void> {
      await collection.update(slug, (before) => ({ saved: (before?.saved ?? []).filter((one) => one.id !== id) }))
    },
  }
}
