/** The action plan in force, as the rest of the code reads it: axes, orientations, actions with their objectives. */
import { planInForce } from './in-force.ts'
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

export const axes: readonly Axis[] = planInForce.axes
export const orientations: readonly Orientation[] = planInForce.orientations

export const actions: readonly Action[] = planInForce.actions.map((action) => ({
  ...action,
  objectives: planInForce.objectives.filter((objective) => objective.action === action.number).map((one) => one.number),
}))

const groups = new Map(actions.map(({ number, group }) => [number, group]))

export const objectives: readonly Objective[] = planInForce.objectives.map(({ number, title, action, start }) => ({
  number,
  title,
  action,
  theme: groups.get(action) ?? '',
  start,
}))

/** Objectives in a few words, by number, for tiles and lists. */
export const shortTitles: Readonly<Record<number, string>> = Object.fromEntries(
  planInForce.objectives.map(({ number, short }) => [number, short]),
)

/** The zone an objective is about, by its number; none = the whole territory. */
export const zoneOfObjective: Readonly<Record<number, string>> = Object.fromEntries(
  planInForce.objectives.flatMap(({ number, zone }) => (zone === undefined ? [] : [[number, zone]])),
)

/** Objectives for which the smallest communes are told apart. */
export const smallCommuneObjectives: ReadonlySet<number> = new Set(
  planInForce.objectives.flatMap(({ number, smallCommunes }) => (smallCommunes ? [number] : [])),
)

/** The plan as `npm run plan -- --json` prints it. */
export const planTree = () => ({
  title: planInForce.title,
  validated: validation(),
  periods: periods(),
  blocks: blocks(),
  axes: axes.map((axis) => ({
    ...axis,
    orientations: orientations
      .filter((orientation) => orientation.axis === axis.number)
      .map(({ number, title, theme }) => ({ number, title, theme })),
    lines: transverseLines().filter((line) => line.axis === axis.number),
  })),
  actions: actions.map((action) => ({ ...action, block: blockOf(action.number)?.title ?? null })),
  objectives: objectives.map((objective) => {
    const { star = null, existing = null } = planInForce.objectives.find(({ number }) => number === objective.number)!
    const period = periodOf(objective.start)?.label ?? null
    return { ...objective, period, star, existing, lines: linesOf(objective.number).map(({ number }) => number) }
  }),
  unread: unreadMarks(),
  acronyms: acronymsIn(everyText()),
})

function everyText(): string {
  const titles = [...axes, ...orientations, ...actions, ...objectives].map(({ title }) => title)
  const pilots = actions.flatMap((action) => action.pilots)
  return [planInForce.title, validation(), ...titles, ...pilots].join(' ')
}
