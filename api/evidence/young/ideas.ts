/** The wall of ideas: masked before they are stored, read first by the vigilance role, shown without a name, erased when refused. */
import { concernsOf } from '../../../analysis/text/distress.ts'
import { mask } from '../../../analysis/text/mask.ts'
import { mostIdea } from '../../../surveys/answers/taking-part.ts'
import type { DataContext } from '../../data-context.ts'
import { erase } from '../../erasure/erase.ts'
import { Problem } from '../../http/problems.ts'
import { collections } from '../../store/collections.ts'
import type { StoredIdea } from './collections.ts'

export type KnownIdea = StoredIdea & { id: string }

/** Far above what a team reads; beyond, nothing more is taken, and none of those that wait is pushed out. */
export const mostWaiting = 500

export function youngIn({ store, ledger, now }: Pick<DataContext, 'store' | 'ledger' | 'now'>) {
  const ideas = store.collection(collections.ideas)
  const state = store.collection(collections.young)
  /** In the order of their ids, which chance made: neither order nor hour tells who wrote. */
  const all = async (): Promise<KnownIdea[]> => (await ideas.list()).map(({ id, value }) => ({ id, ...value }))
  const isOpen = async (): Promise<boolean> => (await state.get('current'))?.value.isOpen === true
  return {
    all,
    isOpen,

    /** Shown ones, the newest month first. */
    shown: async (): Promise<KnownIdea[]> =>
      (await all())
        .filter((idea) => idea.isShown)
        .toSorted((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0)),

    waiting: async (): Promise<KnownIdea[]> => (await all()).filter((idea) => !idea.isShown),

    open: (isNowOpen: boolean, by: string) =>
      state.update('current', () => ({ isOpen: isNowOpen, by, at: now().toISOString() })),

    /**
     * Masked, then stored; the same id again changes nothing.
     *
     * @throws Problem young-closed, too-many-writes
     */
    async write(id: string, text: string): Promise<void> {
      if (!(await isOpen())) throw new Problem('young-closed')
      if ((await ideas.list()).filter(({ value }) => !value.isShown).length >= mostWaiting)
        throw new Problem('too-many-writes')
      const said = text.replace(/\s+/g, ' ').trim().slice(0, mostIdea)
      // concerns are looked for in what was written: a mask may hide the word that tells
      const idea = {
        text: mask(said).text,
        month: now().toISOString().slice(0, 7),
        isShown: false,
        concerns: concernsOf(said),
      }
      await ideas.put(id, idea, null)
    },

    /** @throws Problem idea-unknown when somebody else has refused it meanwhile */
    async show(id: string): Promise<void> {
      await ideas.update(id, (before) => {
        if (before === null) throw new Problem('idea-unknown')
        return { ...before, isShown: true }
      })
    },

    /** Erased for good. @throws Problem idea-unknown */
    async erase(id: string): Promise<void> {
      if (!(await ideas.get(id))) throw new Problem('idea-unknown')
      // the ledger has it before anything goes: no backup brings the idea back
      await ledger.record('idea', id, '')
      await erase(store, { kind: 'idea', id, questionnaire: '', at: now().toISOString() })
    },
  }
}
