/** A typical week in words: a night is one moment, as its owner typed it. */
import { dayNames } from '../../../surveys/days.ts'
import type { Language } from '../../../surveys/languages.ts'
import { halfHoursADay, type WeekRow } from '../../../surveys/questionnaire/week.ts'
import type { Say } from '../../words/useSay.ts'
import { coverWords } from './SlotCard.tsx'
import { type Slot, slotsOf } from './slots.ts'
import { listText, timeText } from './times.ts'

/** « lundi, de 5 h 30 à 8 h ». */
export const slotText = (slot: Pick<Slot, 'day' | 'from' | 'to'>, say: Say, language: Language): string =>
  hoursText(dayNames(language)[slot.day - 1]!, slot, say, language)

const hoursText = (day: string, { from, to }: Pick<Slot, 'from' | 'to'>, say: Say, language: Language): string =>
  say(to > halfHoursADay ? 'week.slotNext' : 'week.slot', {
    day,
    from: timeText(from, language),
    to: timeText(to, language),
  })

/**
 * « Semaine A, lundi et mardi, de 5 h 30 à 8 h : sans solution », one text for the days of the same hours, covered alike.
 *
 * @param asksCover false: the questionnaire does not ask who covers, and nothing is said of it
 */
export function weekTexts(rows: readonly WeekRow[], asksCover: boolean, say: Say, language: Language): string[] {
  const alike = new Map<string, Slot[]>()
  for (const slot of slotsOf(rows).sort((a, b) => a.day - b.day)) {
    const hours = [slot.week, slot.from, slot.to, slot.cover].join()
    alike.set(hours, [...(alike.get(hours) ?? []), slot])
  }
  return [...alike.values()].map(([first, ...others]) => {
    const days = [first!, ...others].map(({ day }) => dayNames(language)[day - 1]!)
    const week = first!.week ? `${say(`week.${first!.week}`)}, ` : ''
    const slot = `${week}${hoursText(listText(days, language), first!, say, language)}`
    return asksCover && first!.cover ? say('week.said', { slot, cover: say(coverWords[first!.cover]) }) : slot
  })
}
