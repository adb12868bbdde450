/** What the two ends of a scale mean, said where its figures are read alone. */
import type { Field } from '../questionnaire/field.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'

/**
 * « 0 = pas du tout à l’aise, 10 = très à l’aise », of a cursor or a rating.
 *
 * @param textOf the text in a language, null or empty where it is not written in it
 * @param comma between the two ends
 * @returns '' when neither end has words
 */
export function endsSaid(
  { minRateDescription, maxRateDescription }: DefinitionElement,
  { min, max, stops }: Pick<Field, 'min' | 'max' | 'stops'>,
  textOf: (text: unknown) => string | null,
  comma = ', ',
): string {
  if (stops === null) return ''
  const said = [
    [min, textOf(minRateDescription)],
    [max, textOf(maxRateDescription)],
  ]
  return said
    .flatMap(([end, words]) => (words ? [`${end} = ${String(words).replaceAll('**', '').trim()}`] : []))
    .join(comma)
}
