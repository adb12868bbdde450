/** What the committee decided on a finding or on an action of the plan, and when: added to, corrected with its former words kept, never erased. */
import { typeset } from '../../analysis/text/format.ts'
import { correctedFields, type DecisionWords } from '../../surveys/authority/follow-up.ts'
import { objectiveOf } from '../../surveys/authority/plan.ts'
import { wordsOn } from '../authority/versions.ts'
import type { DataContext } from '../data-context.ts'
import { collections } from '../store/collections.ts'
import { historyIn } from '../store/history.ts'
import type { Store } from '../store/store.ts'
import type { Decision, Outcome } from './collections.ts'

export type { Decision }

export type Decisions = ReturnType<typeof decisionsIn>

/** A decision with what it was taken on; `on`: null when it was taken on the action itself. */
export type DecisionOn = Decision & { on: { questionnaire: string; indicator: string } | null }

type On = Pick<DecisionOn, 'on'> & { action: number | null }
type Correction = { words: Required<DecisionWords>; by: string; now: Date }

export function decisionsIn(store: Store) {
  const collection = store.collection(collections.decisions)
  const histories = historyIn(collection)
  const idOf = (slug: string, indicator: string) => `${slug}@${indicator}`
  /** No questionnaire has a bar in its name. */
  const idOfAction = (action: number) => `action/${action}`
  /** @returns false when none was noted at `at` */
  const edit = async ({ action, on }: On, at: string, edited: (one: Decision) => Decision): Promise<boolean> => {
    let isThere = false
    await collection.update(on === null ? idOfAction(action ?? 0) : idOf(on.questionnaire, on.indicator), (before) => {
      isThere = before?.history.some((one) => one.at === at) ?? false
      if (!isThere || !before) return before
      return { history: before.history.map((one) => (one.at === at ? edited(one) : one)) }
    })
    return isThere
  }
  return {
    /** Oldest first. */
    history: (slug: string, indicator: string): Promise<Decision[]> => histories.of(idOf(slug, indicator)),

    add: (slug: string, indicator: string, decision: Decision) =>
      histories.add(idOf(slug, indicator), () => typesetIn(decision)),

    addOnAction: (action: number, decision: Decision) => histories.add(idOfAction(action), () => typesetIn(decision)),

    /** Notes what became of the decision noted at `at`. @returns false when there is none */
    settle: (on: On, at: string, outcome: Outcome) =>
      edit(on, at, (one) => ({
        ...one,
        outcome: { ...dayPutOff(one), ...outcome, text: typeset(outcome.text) },
      })),

    /** Says the decision noted at `at` otherwise: what was said before stays beside it. @returns what is said otherwise, as it was; null when there is none */
    async correct(on: On, at: string, { words, by, now }: Correction): Promise<Partial<DecisionWords> | null> {
      let corrected: [keyof DecisionWords, unknown][] = []
      const isThere = await edit(on, at, (one) => {
        const { text, date, action, pilot, due, indicator, isPublic } = one
        const before = { text, date, action, pilot, due, indicator, isPublic }
        const after = typesetIn({ ...one, ...words })
        corrected = correctedFields(before, after).map((name) => [name, before[name]])
        if (corrected.length === 0) return after
        return { ...after, former: [...(one.former ?? []), { ...before, until: now.toISOString(), by }] }
      })
      return isThere ? Object.fromEntries(corrected) : null
    },

    /** Every decision, on findings and on actions. */
    async all(): Promise<DecisionOn[]> {
      return (await histories.all()).flatMap(({ id, history }) => {
        const [questionnaire, indicator] = id.split('@') as [string, string | undefined]
        const on = indicator === undefined ? null : { questionnaire, indicator }
        return history.map((decision) => ({ ...decision, on }))
      })
    },
  }
}

/** Typed with ordinary spaces, « 7 h 30 » would be cut at the end of a line. */
function typesetIn(decision: Decision): Decision {
  const { text, pilot, indicator } = decision
  return {
    ...decision,
    text: typeset(text),
    ...(pilot ? { pilot: typeset(pilot) } : {}),
    ...(indicator ? { indicator: typeset(indicator) } : {}),
  }
}

/** A day it was once put off to holds until another is said. */
const dayPutOff = ({ outcome }: Decision) => (outcome?.until ? { until: outcome.until } : {})

/** The action that an objective belongs to, which a decision on one of its findings engages unless another is named. */
export const actionOfObjective = (objective: number): number | null => objectiveOf(objective)?.action ?? null

/** A decision shows the words its objective had on its day, when an amendment has changed them since. */
export async function withWordsThen(
  { authority }: DataContext,
  objective: number,
  taken: readonly Decision[],
): Promise<(Decision & { wordsThen: string | null })[]> {
  const versions = taken.length === 0 ? [] : await authority.history()
  const today = objectiveOf(objective)?.title ?? null
  return taken.map((decision) => {
    const then = wordsOn(versions, objective, decision.date)
    return { ...decision, wordsThen: then === today ? null : then }
  })
}
