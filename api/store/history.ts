/** Documents that are added to: `history` holds every entry, the oldest first. */
import type { Collection } from './store.ts'

export function historyIn<T>(collection: Collection<{ history: T[] }>) {
  return {
    of: async (id: string): Promise<T[]> => (await collection.get(id))?.value.history ?? [],

    all: async (prefix?: string): Promise<{ id: string; history: T[] }[]> =>
      (await collection.list(prefix)).map(({ id, value: { history } }) => ({ id, history })),

    /** @param entry sees what is there; what it throws adds nothing */
    async add(id: string, entry: (before: readonly T[]) => T): Promise<void> {
      await collection.update(id, (before) => {
        const history = before?.history ?? []
        return { history: [...history, entry(history)] }
      })
    },
  }
}
