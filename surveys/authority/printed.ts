/** What the plan in force prints beside its levels: headings, transverse lines, periods, stars, initials. */
import { authority } from './in-force.ts'
import type { PlanFile } from './schema.ts'

type Part<Key extends keyof PlanFile> = NonNullable<PlanFile[Key]>

export type Block = Part<'blocks'>[number]
export type TransverseLine = Part<'transverse'>[number]
export type Period = Part<'periods'>[number]
export type Acronym = Part<'acronyms'>[number]

/** « validé au COPIL de septembre 2023 »; '' when the plan does not say. */
export const validation = (): string => authority().plan.validated?.text ?? ''

export const blocks = (): readonly Block[] => authority().plan.blocks ?? []
export const transverseLines = (): readonly TransverseLine[] => authority().plan.transverse ?? []
export const periods = (): readonly Period[] => authority().plan.periods ?? []
/** Why a printed mark has no value here, mark by mark. */
export const unreadMarks = (): Part<'unread'> => authority().plan.unread ?? []

/** The lines an objective carries, in the order of the plan. */
export const linesOf = (objective: number): TransverseLine[] =>
  transverseLines().filter(({ objectives }) => objectives.includes(objective))

/** Printed heading over an action; null when the plan prints none. */
export const blockOf = (action: number): Block | null =>
  blocks().find(({ actions }) => actions.includes(action)) ?? null

/** Printed period in which a year falls; null for no year, or one outside of them. */
export const periodOf = (year: number | null): Period | null =>
  year === null ? null : (periods().find(({ from, to }) => from <= year && year <= to) ?? null)

/** Words of the star of an objective; null when it has none. */
export const starOf = (objective: number): string | null =>
  authority().plan.objectives.find(({ number }) => number === objective)?.star ?? null

/**
 * First and last year of the plan, both included; null when nothing printed dates it.
 *
 * Its periods say so; without any, the years in which its objectives start.
 */
export function planYears(): { from: number; to: number } | null {
  const years = [
    ...periods().flatMap(({ from, to }) => [from, to]),
    ...authority().plan.objectives.flatMap(({ start }) => (start === null ? [] : [start])),
  ]
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) }
}

/** Initials that stand as a whole word in a text of the plan, in the order of the list. */
export const acronymsIn = (text: string): Acronym[] => {
  const words = new Set(text.match(/[\p{L}\d]+/gu)?.map((word) => word.toUpperCase()))
  return (authority().plan.acronyms ?? []).filter(({ short }) => words.has(short.toUpperCase()))
}
