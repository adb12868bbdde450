/** The frame of a mean or a median, which is quoted without its question. */
import { capital } from '../languages.ts'
import type { Field } from '../questionnaire/fields.ts'
import type { Indicator } from '../questionnaire/questionnaire.ts'
import type { MeasureRule } from '../review/indicators.ts'

/**
 * « La moyenne est de {value} » tells neither of what nor out of what: where the sentence begins as its measure proposes it, the
 * title comes before, and after the figure the end of its scale.
 *
 * @param measure its kind of number, absent of a share, and the sentence it proposes
 * @returns the frame of the indicator as it is, where it is in words of its own
 */
export function frameOf(
  { title: given, sentence: frame }: Pick<Indicator, 'title' | 'sentence'>,
  field: Pick<Field, 'stops' | 'min' | 'max'> | undefined,
  { number, sentence }: Pick<MeasureRule, 'number'> & { sentence: string },
): string {
  const opening = sentence.slice(0, sentence.indexOf('{value}'))
  if (number === undefined || !frame.startsWith(opening)) return frame
  const proposed = sentence.slice(0, sentence.indexOf(' ('))
  const scaled = frame.startsWith(`${proposed} (`) ? proposed + outOf(field) + frame.slice(proposed.length) : frame
  const title = given.trim().replace(/[\s.:]+$/, '')
  if (title === '') return scaled
  // a question is followed by its answer
  return /[?!…]$/.test(title) ? `${title} ${scaled}` : `${title} : ${scaled.charAt(0).toLowerCase()}${scaled.slice(1)}`
}

/** The sentence as it reads under its title, which is not said twice. @example underTitle('Note : la moyenne est de 6.', 'Note') // → 'La moyenne est de 6.' */
export function underTitle(sentence: string, title: string): string {
  const opening = title.trim().replace(/[\s.:]+$/, '')
  const left = alike(sentence).startsWith(alike(opening)) ? sentence.slice(opening.length) : ''
  const [between = ''] = /^[\s\u202f]*:\s+/.exec(left) ?? (/[?!…]$/.test(opening) ? (/^\s+/.exec(left) ?? []) : [])
  const rest = left.slice(between.length)
  return between === '' || rest === '' ? sentence : capital(rest)
}

/** Signs are set by the same rules wherever a text is written, spaces are not. */
const alike = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

/** « sur 10 » of a scale from 0 or 1; nothing of a number that is written, which has no top. */
function outOf(field: Pick<Field, 'stops' | 'min' | 'max'> | undefined): string {
  const { stops, min, max } = { stops: null, min: null, max: null, ...field }
  if (stops === null || min === null || max === null) return ''
  return min === 0 || min === 1 ? ` sur ${max}` : ` sur une échelle de ${min} à ${max}`
}
