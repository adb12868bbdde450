/**
 * What an action log adds up to. Sessions and attendances are added; different people never are: the same person comes back,
 * and only a register would know. Families are another unit. What was not counted is not 0.
 */
import type { LogEntry } from '../../surveys/action-log/entry.ts'
import { type Age, ages, type Origin, origins, stateRows } from '../../surveys/action-log/rows.ts'
import { dayText, monthName } from '../../surveys/days.ts'
import { baseShown, rules } from '../disclosure/rules.ts'
import type { EvidenceItem } from './item.ts'

export type LoggedEntry = { id: string; entry: LogEntry }

export type Attendance = {
  /** Entries that took place, counted or not. */
  sessions: number
  /** Persons present, added over the sessions that were counted; null when none was. */
  attendances: number | null
  /** Sessions whose people were not counted. */
  uncounted: number
  /** Families present, added; null when never counted. */
  families: number | null
  /** Hours and euros, added; null when never noted. */
  hours: number | null
  cost: number | null
}

/**
 * @param entries any entries; those that did not take place are left out
 * @returns sums over what was noted, null where nothing was
 */
export function attendanceOf(entries: readonly LogEntry[]): Attendance {
  const held = entries.filter(({ state }) => stateRows[state].isHeld)
  const sum = (of: (entry: LogEntry) => number | null) => {
    const noted = held.map(of).filter((value) => value !== null)
    return noted.length === 0 ? null : noted.reduce((total, value) => total + value, 0)
  }
  return {
    sessions: held.length,
    attendances: sum(({ present }) => present),
    uncounted: held.filter(({ present }) => present === null).length,
    families: sum(({ families }) => families),
    hours: sum(({ hours }) => hours),
    cost: sum(({ cost }) => cost),
  }
}

const yearOf = ({ day }: LogEntry) => day.slice(0, 4)

export type MonthOfAttendance = Attendance & { month: string }

/** The twelve months of a year (`2026-01` …), those without a session included. */
export function monthsOf(entries: readonly LogEntry[], year: string): MonthOfAttendance[] {
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`).map((month) => ({
    month,
    ...attendanceOf(entries.filter(({ day }) => day.startsWith(month))),
  }))
}

/** A class of people over a year, as it may be shown: `count` to the nearest five, null when it holds fewer than eleven. */
export type ShownClass<Name> = { name: Name; count: number | null }

/**
 * Persons by class. Sessions are small: a class is shown for all of a year only, rounded, and one of fewer than eleven attendances in
 * words, so that nobody is told apart by subtraction.
 *
 * @returns null when no session was counted by class
 */
export const agesOf = (entries: readonly LogEntry[]): ShownClass<Age>[] | null =>
  classesOf(entries, ages, (entry) => entry.ages)
export const originsOf = (entries: readonly LogEntry[]): ShownClass<Origin>[] | null =>
  classesOf(entries, origins, (entry) => entry.origins)

function classesOf<Name extends string>(
  entries: readonly LogEntry[],
  names: readonly Name[],
  of: (entry: LogEntry) => Partial<Record<Name, number>>,
): ShownClass<Name>[] | null {
  const counted = entries.filter((entry) => stateRows[entry.state].isHeld && Object.keys(of(entry)).length > 0)
  if (counted.length === 0) return null
  return names.map((name) => {
    const total = counted.reduce((sum, entry) => sum + (of(entry)[name] ?? 0), 0)
    return { name, count: total < rules.leastDescribed ? null : baseShown(total) }
  })
}

/** Years that have entries, the newest first. */
export const yearsOf = (entries: readonly LogEntry[]): string[] =>
  [...new Set(entries.map(yearOf))].toSorted().toReversed()

/**
 * « 12 séances et 143 présences en 2026. »
 *
 * @param total of one year
 */
export function attendanceSentence(total: Attendance, year: string): string {
  const sessions = counted(total.sessions, 'séance', 'séances')
  if (total.attendances === null) return `${sessions} en ${year}, sans comptage des personnes.`
  return `${sessions} et ${counted(total.attendances, 'présence', 'présences')} en ${year}.`
}

/** One piece of evidence for each objective and year in which something took place, the newest year first. */
export function countedItems(logged: readonly LoggedEntry[]): EvidenceItem[] {
  const entries = logged.map(({ entry }) => entry).filter(({ state }) => stateRows[state].isHeld)
  const objectives = [...new Set(entries.flatMap((entry) => entry.objectives))].toSorted((a, b) => a - b)
  const lastMonth = monthOf(newestOf(entries))
  return objectives.flatMap((objective) => {
    const mine = entries.filter((entry) => entry.objectives.includes(objective))
    return yearsOf(mine).map((year) =>
      itemOf(
        objective,
        year,
        mine.filter((entry) => yearOf(entry) === year),
        lastMonth,
      ),
    )
  })
}

const newestOf = (entries: readonly LogEntry[]): string =>
  entries
    .map(({ day }) => day)
    .toSorted()
    .at(-1) ?? ''
const monthOf = (day: string) => day.slice(0, 7)

/** @param lastMonth of the whole log: the months after it are still to come, which is not 0 */
function itemOf(objective: number, year: string, entries: readonly LogEntry[], lastMonth: string): EvidenceItem {
  const total = attendanceOf(entries)
  const pilots = [...new Set(entries.map(({ pilot }) => pilot).filter((pilot) => pilot !== ''))]
  const newest = newestOf(entries)
  return {
    id: `carnet-${year}`,
    objective,
    kind: 'counted',
    sentence: attendanceSentence(total, year),
    base: `${counted(total.sessions, 'séance notée', 'séances notées')}, la dernière le ${dayText(newest)}`,
    day: newest,
    source: `Carnet d’actions${pilots.length === 0 ? '' : `, ${pilots.slice(0, 3).join(', ')}`}`,
    limits: [
      'Les présences s’additionnent\u00a0: une même personne peut y compter plusieurs fois.',
      'Venir ne prouve pas que le besoin est couvert.',
      ...(total.uncounted > 0
        ? [
            `${counted(total.uncounted, 'séance n’a pas été comptée', 'séances n’ont pas été comptées')}\u00a0: ce n’est pas zéro personne.`,
          ]
        : []),
    ],
    href: `/carnet?objectif=${objective}&annee=${year}`,
    ...(total.attendances === null
      ? {}
      : {
          chart: {
            title: `Présences par mois en ${year}`,
            unit: 'présences',
            points: monthsOf(entries, year)
              .filter(({ month }) => month <= lastMonth)
              .map(({ month, sessions, attendances }) => ({
                label: monthName(month),
                // a month without a session is 0; one that nobody counted is not known
                value: sessions === 0 ? 0 : attendances,
              })),
          },
        }),
  }
}

/** « 1 séance », « 1 204 séances »: with the thin space of French numbers. */
function counted(count: number, one: string, several: string): string {
  return `${count.toLocaleString('fr-FR').replace(/[\u00a0\s]/g, '\u202f')}\u00a0${count < 2 ? one : several}`
}
