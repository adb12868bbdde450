/** The pages of the log: a year with what it adds up to, and one entry with its corrections. */

import {
  agesOf,
  attendanceOf,
  attendanceSentence,
  monthsOf,
  originsOf,
  yearsOf,
} from '../../../analysis/evidence/counted.ts'
import { mask } from '../../../analysis/text/mask.ts'
import { isOfAction, type LogEntry } from '../../../surveys/action-log/entry.ts'
import { levelWords } from '../../../surveys/authority/levels.ts'
import { actions, objectives, shortTitles } from '../../../surveys/authority/plan.ts'
import type * as wire from '../../wire/action-log.ts'
import { type LoggedDocument, typedOf } from './collections.ts'
import { changesBetween } from './columns.ts'
import { communeName } from './known.ts'
import type { Logged } from './log.ts'

/** A year of the log. @param wanted a year, else the one of `today` or the newest that has entries */
export function logPageOf(
  all: readonly Logged[],
  { wanted, today, canWrite }: { wanted: string | undefined; today: string; canWrite: boolean },
): wire.LogPage {
  const typed = all.map(({ value }) => typedOf(value.entry))
  const years = yearsOf(typed)
  const year = wanted ?? (years.includes(today.slice(0, 4)) ? today.slice(0, 4) : (years[0] ?? today.slice(0, 4)))
  const logged = all.filter(({ value }) => value.entry.day.startsWith(year))
  const entries = logged.map(({ value }) => typedOf(value.entry))
  const total = attendanceOf(entries)
  const plan = actions().map(({ number }) => ({ number, objectives: objectivesOf(number) }))
  const ofActions = entries.map((entry) => ({ entry, served: servedBy(entry, plan) }))
  const served = [...new Set(ofActions.flatMap((one) => one.served))].toSorted((a, b) => (a ?? 1_000) - (b ?? 1_000))
  const aimed = [...new Set(entries.flatMap((entry) => entry.objectives))].toSorted((a, b) => a - b)
  return {
    years: [...new Set([year, ...years])].toSorted().toReversed(),
    year,
    entries: logged.map(lineOf),
    total,
    sentence: attendanceSentence(total, year),
    months: monthsOf(entries, year),
    byAction: served.map((number) => ({
      number,
      title: number === null ? `Sans ${levelWords('action').one} du plan` : titleOf(actions(), number),
      ...attendanceOf(ofActions.flatMap((one) => (one.served.includes(number) ? [one.entry] : []))),
    })),
    byObjective: aimed.map((number) => ({
      number,
      title: shortTitles()[number] ?? titleOf(objectives(), number),
      ...attendanceOf(entries.filter((entry) => entry.objectives.includes(number))),
    })),
    ages: agesOf(entries),
    origins: originsOf(entries),
    canWrite,
  }
}

const objectivesOf = (action: number) =>
  objectives()
    .filter((one) => one.action === action)
    .map(({ number }) => number)

/** The action it names, in the plan or not; else those of its objectives; null = of none. */
function servedBy(
  entry: LogEntry,
  plan: readonly { number: number; objectives: readonly number[] }[],
): (number | null)[] {
  if (entry.action !== null) return [entry.action]
  const own = plan.filter((one) => isOfAction(entry, one)).map(({ number }) => number)
  return own.length === 0 ? [null] : own
}

const titleOf = (known: readonly { number: number; title: string }[], number: number) =>
  known.find((one) => one.number === number)?.title ?? `n°\u00a0${number}, hors du plan en vigueur`

const lineOf = ({ id, value }: Logged): wire.EntryLine => ({
  id,
  entry: typedOf(value.entry),
  communeName: communeName(value.entry.commune),
  by: value.name,
  isCorrected: value.history.length > 0,
  hasName: value.hasName,
  hasExit: value.exit !== null,
})

/** The note with what seems to identify somebody masked; null when nothing seems to. */
export function maskedNote(note: string): string | null {
  const { text, found } = mask(note)
  return found.length === 0 ? null : text
}

/** @param exit what its exit questions show, null while there are none */
export const entryPageOf = (
  { id, revision, value }: Logged,
  exit: wire.EntryPage['exit'],
  canWrite: boolean,
): wire.EntryPage => ({
  id,
  revision,
  entry: typedOf(value.entry),
  communeName: communeName(value.entry.commune),
  objectives: value.entry.objectives,
  action: value.entry.action,
  by: value.name,
  at: value.at,
  masked: maskedNote(value.entry.note),
  history: historyOf(value),
  removed: value.removed && { by: value.removed.name, at: value.removed.at, why: value.removed.why },
  exit,
  canWrite: canWrite && value.removed === null,
})

/** Each correction with what it changed, the newest first. */
function historyOf({ history, entry }: LoggedDocument): wire.EntryPage['history'] {
  return history
    .map(({ name, at, before }, place) => ({
      by: name,
      at,
      changes: changesBetween(typedOf(before), typedOf(history[place + 1]?.before ?? entry)),
    }))
    .toReversed()
}
