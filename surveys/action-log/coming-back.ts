/** Activities that come back: the day of the next one, and those nobody has logged yet. */
import { dayAfter } from '../days.ts'
import { activityAmong, type LogEntry } from './entry.ts'
import type { Repeat } from './rows.ts'

/**
 * The day an activity comes back; every month: the same weekday of the month (« le deuxième mardi »), or the last one there is.
 *
 * @param day ISO day of the last one
 * @returns ISO day; null when it does not come back
 * @example nextDay('2026-03-10', 'month') → '2026-04-14'
 */
export function nextDay(day: string, repeat: Repeat): string | null {
  if (repeat === 'none') return null
  if (repeat === 'week') return dayAfter(day, 7)
  if (repeat === 'fortnight') return dayAfter(day, 14)
  const rank = Math.ceil(Number(day.slice(8)) / 7)
  // 28 days on, the weekday is the same: one more week when that is still the same rank of the same month
  const candidates = [28, 35].map((days) => dayAfter(day, days)).filter((next) => next.slice(0, 7) > day.slice(0, 7))
  return candidates.find((next) => Math.ceil(Number(next.slice(8)) / 7) === rank) ?? candidates[0]!
}

/** An activity missed more often has ended without a word: it is offered among the usual ones only. */
const mostMissed = 8
/** Days ahead at which the next one is offered. */
const aheadDays = 6

export type ComingBack = {
  /** The last one logged, which the next one copies. */
  id: string
  entry: LogEntry
  /** ISO day of the first one not logged. */
  day: string
  /** How many more have passed since without being logged. */
  missed: number
}

/** @param entries all entries; @param today ISO day @returns the oldest first */
export function comingBack(entries: readonly { id: string; entry: LogEntry }[], today: string): ComingBack[] {
  const activityOf = activityAmong(entries.map(({ entry }) => entry))
  const last = new Map<string, { id: string; entry: LogEntry }>()
  for (const one of entries) {
    const activity = activityOf(one.entry)
    if ((last.get(activity)?.entry.day ?? '') <= one.entry.day) last.set(activity, one)
  }
  return [...last.values()]
    .flatMap(({ id, entry }) => {
      const day = entry.state === 'stopped' ? null : nextDay(entry.day, entry.repeats)
      if (day === null || day > dayAfter(today, aheadDays)) return []
      let missed = 0
      for (let next = nextDay(day, entry.repeats); next !== null && next <= today; next = nextDay(next, entry.repeats))
        missed++
      return missed > mostMissed ? [] : [{ id, entry, day, missed }]
    })
    .toSorted((a, b) => a.day.localeCompare(b.day))
}
