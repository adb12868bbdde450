/** The saved series of registered figures: each save is a version with its reason; the newest is the one shown. */
import type { Series } from '../../../analysis/evidence/series.ts'
import { Problem } from '../../http/problems.ts'
import { collections } from '../../store/collections.ts'
import type { Store } from '../../store/store.ts'
import type { SeriesVersion } from './collections.ts'

export type SavedSeries = { id: string; history: readonly SeriesVersion[]; current: SeriesVersion }

export function registeredIn(store: Store) {
  const collection = store.collection(collections.registeredSeries)
  const saved = ({ id, value: { history } }: { id: string; value: { history: SeriesVersion[] } }): SavedSeries[] => {
    const current = history.at(-1)
    return current ? [{ id, history, current }] : []
  }
  return {
    /** By title. */
    all: async (): Promise<SavedSeries[]> =>
      (await collection.list())
        .flatMap(saved)
        .toSorted((a, b) => a.current.title.localeCompare(b.current.title, 'fr') || (a.id < b.id ? -1 : 1)),

    async found(id: string): Promise<SavedSeries | null> {
      const document = await collection.get(id)
      return document ? (saved(document)[0] ?? null) : null
    },

    /**
     * @param after number of the version it was made from; 0 = none yet
     * @throws Problem `changed-meanwhile` when somebody saved another version since
     */
    async save(id: string, after: number, version: Omit<SeriesVersion, 'number'>): Promise<void> {
      await collection.update(id, (before) => {
        const history = before?.history ?? []
        if (history.length !== after) throw new Problem('changed-meanwhile')
        return { history: [...history, { ...version, number: after + 1 }] }
      })
    },
  }
}

/** A version as the analysis reads it. */
export const seriesOf = (id: string, version: SeriesVersion): Series => ({ id, ...version })
