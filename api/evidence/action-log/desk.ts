/** What a phone holds to note without a network: usual activities, what is due, the lists of the plan and of the territory. */
import { comingBack } from '../../../surveys/action-log/coming-back.ts'
import { activityAmong } from '../../../surveys/action-log/entry.ts'
import { actions, objectives, shortTitles } from '../../../surveys/authority/plan.ts'
import { monthsAfter } from '../../../surveys/days.ts'
import type { Desk } from '../../wire/action-log.ts'
import { typedOf } from './collections.ts'
import { communeNames } from './known.ts'
import type { Logged } from './log.ts'

const mostActivities = 24

/** @param all the newest day first; @param login who asks: their own activities come first; @param today ISO day */
export function deskOf(all: readonly Logged[], login: string, today: string): Desk {
  const since = monthsAfter(`${today}T12:00:00Z`, -12).slice(0, 10)
  const entries = all.map(({ id, value }) => ({ id, entry: typedOf(value.entry) }))
  const activityOf = activityAmong(entries.map(({ entry }) => entry))
  const usual = new Map<string, { last: Logged; times: number; isMine: boolean }>()
  for (const one of all) {
    const entry = one.value.entry
    if (entry.day < since || entry.state === 'planned') continue
    const series = activityOf(typedOf(entry))
    const known = usual.get(series)
    usual.set(series, {
      last: known?.last ?? one,
      times: (known?.times ?? 0) + 1,
      isMine: known?.isMine || one.value.by === login,
    })
  }
  const planned = all
    .filter(({ value: { entry } }) => entry.state === 'planned' && entry.day <= today)
    .map(({ id, value, revision }) => ({ id, entry: typedOf(value.entry), day: value.entry.day, missed: 0, revision }))
  return {
    communes: communeNames(),
    objectives: objectives().map(({ number, title }) => ({ number, title: shortTitles()[number] ?? title })),
    actions: actions().map(({ number, title }) => ({ number, title })),
    activities: [...usual.values()]
      .filter(({ last }) => last.value.entry.state !== 'stopped')
      .toSorted((a, b) => Number(b.isMine) - Number(a.isMine) || b.times - a.times)
      .slice(0, mostActivities)
      .map(({ last, times }) => ({ entry: typedOf(last.value.entry), times })),
    due: [...planned, ...comingBack(entries, today).map((one) => ({ ...one, revision: null }))]
      .toSorted((a, b) => a.day.localeCompare(b.day))
      .slice(0, mostActivities),
    pilots: pilotsOf(all),
  }
}

/** Structures that pilot, those of the log before those of the plan, each once. */
const pilotsOf = (all: readonly Logged[]): string[] =>
  [...new Set([...all.map(({ value }) => value.entry.pilot), ...actions().flatMap(({ pilots }) => pilots)])]
    .filter((pilot) => pilot !== '')
    .slice(0, 60)
