/** The action plan in force, as the rest of the code reads it: axes, orientations, actions with their objectives. */
import { authority, ofAuthority } from './in-force.ts'
import {
  acronymsIn,
  blockOf,
  blocks,
  linesOf,
  periodOf,
  periods,
  transverseLines,
  unreadMarks,
  validation,
} from './printed.ts'
import type { PlanFile } from './schema.ts'

export type Axis = PlanFile['axes'][number]
export type Orientation = PlanFile['orientations'][number]
export type Action = PlanFile['actions'][number] & { objectives: number[] }
/** `theme`: the project group of its action, since a scan of the plan slips a row here and there. */
export type Objective = Omit<
  PlanFile['objectives'][number],
  'short' | 'zone' | 'smallCommunes' | 'star' | 'existing'
> & { theme: string }

export const axes = ofAuthority(({ plan }): readonly Axis[] => plan.axes)
export const orientations = ofAuthority(({ plan }): readonly Orientation[] => plan.orientations)

export const actions = ofAuthority(({ plan }): readonly Action[] =>
  plan.actions.map((action) => ({
    ...action,
    objectives: plan.objectives.filter((objective) => objective.action === action.number).map((one) => one.number),
  })),
)

export const objectives = ofAuthority(({ plan }): readonly Objective[] => {
  const groups = new Map(plan.actions.map(({ number, group }) => [number, group]))
  return plan.objectives.map(({ number, title, action, start }) => ({
    number,
    title,
    action,
    theme: groups.get(action) ?? '',
    start,
  }))
})

/** Objectives by number. */
const byNumber = ofAuthority(() => new Map(objectives().map((objective) => [objective.number, objective])))

/** @returns null when the plan in force has no such objective: an earlier version of it may have had one */
export const objectiveOf = (number: number): Objective | null => byNumber().get(number) ?? null

/** Objectives in a few words, by number, for tiles and lists. */
export const shortTitles = ofAuthority(
  ({ plan }): Readonly<Record<number, string>> =>
    Object.fromEntries(plan.objectives.map(({ number, short }) => [number, short])),
)

/** The zone an objective is about, by its number; none = the whole territory. */
export const zoneOfObjective = ofAuthority(
  ({ plan }): Readonly<Record<number, string>> =>
    Object.fromEntries(plan.objectives.flatMap(({ number, zone }) => (zone === undefined ? [] : [[number, zone]]))),
)

/** Objectives for which the smallest communes are told apart. */
export const smallCommuneObjectives = ofAuthority(
  ({ plan }): ReadonlySet<number> =>
    new Set(plan.objectives.flatMap(({ number, smallCommunes }) => (smallCommunes ? [number] : []))),
)

/** The plan as `npm run plan -- --json` prints it. */
export const planTree = () => ({
  title: authority().plan.title,
  validated: validation(),
  periods: periods(),
  blocks: blocks(),
  axes: axes().map((axis) => ({
    ...axis,
    orientations: orientations()
      .filter((orientation) => orientation.axis === axis.number)
      .map(({ number, title, theme }) => ({ number, title, theme })),
    lines: transverseLines().filter((line) => line.axis === axis.number),
  })),
  actions: actions().map((action) => ({ ...action, block: blockOf(action.number)?.title ?? null })),
  objectives: objectives().map((objective) => {
    const { star = null, existing = null } = authority().plan.objectives.find(
      ({ number }) => number === objective.number,
    )!
    const period = periodOf(objective.start)?.label ?? null
    return { ...objective, period, star, existing, lines: linesOf(objective.number).map(({ number }) => number) }
  }),
  unread: unreadMarks(),
  acronyms: acronymsIn(everyText()),
})

function everyText(): string {
  const titles = [...axes(), ...orientations(), ...actions(), ...objectives()].map(({ title }) => title)
  const pilots = actions().flatMap((action) => action.pilots)
  return [authority().plan.title, validation(), ...titles, ...pilots].join(' ')
}
