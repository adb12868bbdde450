/** The saved series of registered figures: each save is a version with its reason; the newest is the one shown. */
import type { Series } from '../../../analysis/evidence/series.ts'
import { Problem } from '../../http/problems.ts'
import { collections } from '../../store/collections.ts'
import { historyIn } from '../../store/history.ts'
import type { Store } from '../../store/store.ts'
import type { SeriesVersion } from './collections.ts'

export type SavedSeries = { id: string; history: readonly SeriesVersion[]; current: SeriesVersion }

export function registeredIn(store: Store) {
  const series = historyIn(store.collection(collections.registeredSeries))
  const saved = ({ id, history }: { id: string; history: SeriesVersion[] }): SavedSeries[] => {
    const current = history.at(-1)
    return current ? [{ id, history, current }] : []
  }
  return {
    /** By title. */
    all: async (): Promise<SavedSeries[]> =>
      (await series.all())
        .flatMap(saved)
        .toSorted((a, b) => a.current.title.localeCompare(b.current.title, 'fr') || (a.id < b.id ? -1 : 1)),

    found: async (id: string): Promise<SavedSeries | null> => saved({ id, history: await series.of(id) })[0] ?? null,

    /**
     * @param after number of the version it was made from; 0 = none yet
     * @throws Problem `changed-meanwhile` when somebody saved another version since
     */
    save: (id: string, after: number, version: Omit<SeriesVersion, 'number'>) =>
      series.add(id, ({ length }) => {
        if (length !== after) throw new Problem('changed-meanwhile')
        return { ...version, number: after + 1 }
      }),
  }
}

/** A version as the analysis reads it. */
export const seriesOf = (id: string, version: SeriesVersion): Series => ({ id, ...version })
