/** Gathers what the documents of the plan are made of. */
import type { ActionDecision, PlanAction, PlanSource } from '../../../analysis/evidence/documents/source.ts'
import { authority } from '../../../surveys/authority/in-force.ts'
import { type Action, actions, axes, objectives, orientations, shortTitles } from '../../../surveys/authority/plan.ts'
import { dayOf } from '../../../surveys/days.ts'
import type { AppContext } from '../../context.ts'
import type { DataContext } from '../../data-context.ts'
import { type DecisionOn, decisionsIn } from '../../results/decisions.ts'
import { currentFor } from '../../results/plan.ts'
import { publicationsIn } from '../../results/publications.ts'
import { actionLogIn, typedEntries } from '../action-log/log.ts'
import { encountersIn } from '../heard/encounters.ts'
import { type ShownQuote, shownQuotes, zoningOf } from '../heard/quotes.ts'
import { followUpsIn } from './follow-ups.ts'

export type GatheredPlan = Omit<PlanSource, 'quotes'> & { quotes: ShownQuote[] }

/** @param date ISO day of the document; today when absent */
export async function planSourceOf(
  { context, worksOn }: { context: AppContext; worksOn: (slug: string) => boolean },
  isDemo: boolean,
  date?: string,
): Promise<GatheredPlan> {
  const { site } = await context.settings()
  const decisions = await decisionsIn(context.store).all()
  return {
    place: site.name,
    plan: authority().plan.title,
    date: date ?? dayOf(context.now()),
    demo: isDemo,
    actions: await Promise.all(actions().map((action) => planActionOf(context, action, decisions))),
    entries: typedEntries(await actionLogIn(context.store).all()).map(({ entry }) => entry),
    evidence: (await currentFor(context, publicationsIn(context.store), worksOn)).evidence,
    quotes: shownQuotes(await encountersIn(context).list(), await zoningOf(context), 'documents'),
  }
}

/** One action with its follow-up, and the decisions that name it. */
export async function planActionOf(
  { store }: Pick<DataContext, 'store'>,
  action: Action,
  decisions: readonly DecisionOn[],
): Promise<PlanAction> {
  const { number, title, group, pilots } = action
  const own = orientations().filter((orientation) => action.orientations.includes(orientation.number))
  const above = axes().filter((axis) => own.some((orientation) => orientation.axis === axis.number))
  const history = await followUpsIn(store).of(String(number))
  return {
    number,
    title,
    group,
    pilots,
    axes: above.map((axis) => ({ number: axis.number, title: axis.title })),
    orientations: own.map((orientation) => ({ number: orientation.number, title: orientation.title })),
    objectives: objectives()
      .filter((objective) => objective.action === number)
      .map((objective) => ({
        number: objective.number,
        title: objective.title,
        short: shortTitles()[objective.number] ?? '',
        start: objective.start,
      })),
    followUps: history.map(({ state, why, done, difficulties, next, asked, day, by }) => ({
      state,
      why,
      done,
      difficulties,
      next,
      asked,
      day,
      by,
    })),
    decisions: decisionsOf(number, decisions),
  }
}

/** The newest first. */
const decisionsOf = (action: number, decisions: readonly DecisionOn[]): ActionDecision[] =>
  decisions
    .filter((decision) => decision.action === action)
    .map(({ at, text, date, by, pilot = '', due = '', indicator = '', former, outcome }) => ({
      at,
      text,
      date,
      by,
      pilot,
      due,
      indicator,
      ...(former ? { former } : {}),
      ...(outcome ? { outcome } : {}),
    }))
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
