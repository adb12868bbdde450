/** Publications found wrong: an erratum, or a withdrawal for good. The frozen figures stay as they are; the notices stand beside. */
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'
import { historyIn } from '../store/history.ts'
import type { Store } from '../store/store.ts'
import type { Notice } from './collections.ts'

export function noticesIn(store: Store) {
  const notices = historyIn(store.collection(collections.publicationNotices))
  return {
    /** By number of publication, oldest first. */
    async all(slug: string): Promise<Map<number, Notice[]>> {
      const stored = await notices.all(`${slug}@`)
      return new Map(stored.map(({ id, history }) => [Number(id.slice(slug.length + 1)), history]))
    },

    /** @throws Problem publication-withdrawn: nothing is added once it is withdrawn */
    async add(slug: string, number: number, notice: Notice): Promise<void> {
      await notices.add(`${slug}@${String(number).padStart(6, '0')}`, (before) => {
        if (before.some(({ kind }) => kind === 'withdrawal')) throw new Problem('publication-withdrawn')
        return notice
      })
    },
  }
}
