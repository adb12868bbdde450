/** What the committee decided on a finding or on an action of the plan, and when: added to, never changed. */
import { actions, objectives } from '../../surveys/authority/plan.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { Decision } from './collections.ts'

export type { Decision }

export type Decisions = ReturnType<typeof decisionsIn>

/** A decision with what it was taken on; `on`: null when it was taken on the action itself. */
export type DecisionOn = Decision & { on: { questionnaire: string; indicator: string } | null }

export function decisionsIn(store: Store) {
  const collection = store.collection(collections.decisions)
  const idOf = (slug: string, indicator: string) => `${slug}@${indicator}`
  /** No questionnaire has a bar in its name. */
  const idOfAction = (action: number) => `action/${action}`
  const append = (id: string, decision: Decision) =>
    collection.update(id, (before) => ({ history: [...(before?.history ?? []), decision] }))
  return {
    /** Oldest first. */
    history: async (slug: string, indicator: string): Promise<Decision[]> =>
      (await collection.get(idOf(slug, indicator)))?.value.history ?? [],

    async add(slug: string, indicator: string, decision: Decision): Promise<void> {
      await append(idOf(slug, indicator), decision)
    },

    async addOnAction(action: number, decision: Decision): Promise<void> {
      await append(idOfAction(action), decision)
    },

    /** Every decision, on findings and on actions. */
    async all(): Promise<DecisionOn[]> {
      return (await collection.list()).flatMap(({ id, value: { history } }) => {
        const [questionnaire, indicator] = id.split('@') as [string, string | undefined]
        const on = indicator === undefined ? null : { questionnaire, indicator }
        return history.map((decision) => ({ ...decision, on }))
      })
    },
  }
}

/** The action that an objective belongs to, which a decision on one of its findings engages unless another is named. */
export const actionOfObjective = (objective: number): number | null => {
  const found = objectives().find(({ number }) => number === objective)
  return actions().find(({ number }) => number === found?.action)?.number ?? null
}
