/** The bounds of a number or a day in the words of a language: what is outside is refused, so they are said before. */
import { type Language, languageRows } from '../languages.ts'
import { dayInWords, isDay } from '../questionnaire/calendar.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'

export type Range = { kind: 'days' | 'numbers'; min: string; max: string }

/** Years apart from which nobody who answers is outside. */
const wholeLife = 100

/**
 * @param texts title and help of the question
 * @returns null where there is nothing to say: a bound is missing, the texts say both, or they are years of a whole life
 * @example rangeOf({ min: 0, max: 12000 }, ['Combien d’euros ?'], 'en') // → { kind: 'numbers', min: '0', max: '12,000' }
 */
export function rangeOf(
  { min, max }: Pick<DefinitionElement, string>,
  texts: readonly string[],
  language: Language,
): Range | null {
  if (isDay(min) && isDay(max)) {
    const range = { min: dayInWords(min, language), max: dayInWords(max, language) }
    return isSaid(range, texts) ? null : { kind: 'days', ...range }
  }
  if (typeof min !== 'number' || typeof max !== 'number') return null
  if (areYears(min, max) && max - min >= wholeLife) return null
  // a year is written without a space
  const useGrouping = Math.max(-min, max) >= 10_000
  const format = new Intl.NumberFormat(languageRows[language].locale, { useGrouping })
  const range = { min: format.format(min), max: format.format(max) }
  return isSaid(range, texts) ? null : { kind: 'numbers', ...range }
}

export const areYears = (min: number | undefined, max: number | undefined): boolean =>
  min !== undefined && min >= 1_900 && max !== undefined && max <= 2_100

/** Not as a part of a longer number; whatever the spaces are. */
function isSaid({ min, max }: Pick<Range, 'min' | 'max'>, texts: readonly string[]): boolean {
  const bare = (text: string) => text.replace(/\s/g, '').toLowerCase()
  const said = texts.map(bare).join('\n')
  return [min, max].map(bare).every((bound) => {
    const between = said.split(bound)
    return between.slice(1).some((after, at) => !/\d$/.test(between[at]!) && !/^\d/.test(after))
  })
}
