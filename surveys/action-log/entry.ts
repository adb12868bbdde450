/** One entry of the action log, as it is typed: what took place, where, who came. No name of a person has a place here. */

import { folded } from '../wording/folded.ts'
import type { Age, LogState, Origin, Repeat } from './rows.ts'

export type LogEntry = {
  /** ISO day. */
  day: string
  /** « Atelier parents-enfants ». */
  activity: string
  state: LogState
  /** Why it was stopped or cancelled, '' otherwise. */
  why: string
  /** INSEE code of the commune where it was held, '' = not said. */
  commune: string
  /** Structure that runs it, '' = none yet. */
  pilot: string
  partners: string[]
  /** Persons present; null = not counted, which is not 0. */
  present: number | null
  /** Persons by age, where they were counted; the rest of `present` has no age. */
  ages: Partial<Record<Age, number>>
  /** Persons by where they come from, where they were counted. */
  origins: Partial<Record<Origin, number>>
  /** Families are another unit: they are never added to persons. */
  families: number | null
  /** Hours it lasted. */
  hours: number | null
  /** Euros. */
  cost: number | null
  note: string
  /** Numbers of the objectives it serves. */
  objectives: number[]
  /** Number of the action of the plan, null = none. */
  action: number | null
  repeats: Repeat
}

export const emptyEntry = (day: string): LogEntry => ({
  day,
  activity: '',
  state: 'done',
  why: '',
  commune: '',
  pilot: '',
  partners: [],
  present: null,
  ages: {},
  origins: {},
  families: null,
  hours: null,
  cost: null,
  note: '',
  objectives: [],
  action: null,
  repeats: 'none',
})

/** It names this action; or none, and serves one of its objectives. */
export const isOfAction = (
  { action, objectives }: Pick<LogEntry, 'action' | 'objectives'>,
  one: { number: number; objectives: readonly number[] },
): boolean => (action === null ? objectives.some((number) => one.objectives.includes(number)) : action === one.number)

/** The name of an activity whatever its case, accents and spaces. */
const nameOf = ({ activity }: Pick<LogEntry, 'activity'>): string =>
  folded(activity)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()

/** What makes two entries of a day look like the same one: their activity and their commune. */
export const seriesOf = (entry: Pick<LogEntry, 'activity' | 'commune'>): string => `${nameOf(entry)}|${entry.commune}`

/** An activity held in more communes than this goes from one to the next: it is one activity, not one a commune. */
const mostFixedCommunes = 3

/** @returns the activity an entry belongs to among all: by commune, unless it goes from commune to commune */
export function activityAmong(entries: readonly LogEntry[]): (entry: LogEntry) => string {
  const communes = new Map<string, Set<string>>()
  for (const entry of entries)
    communes.set(nameOf(entry), (communes.get(nameOf(entry)) ?? new Set()).add(entry.commune))
  return (entry) => ((communes.get(nameOf(entry))?.size ?? 0) > mostFixedCommunes ? nameOf(entry) : seriesOf(entry))
}

export const sumOf = (counts: Partial<Record<string, number>>): number =>
  Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0)
