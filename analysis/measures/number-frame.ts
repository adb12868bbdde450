/** The frame of a mean or a median, which is quoted without its question. */
import { measureOf } from './catalogue.ts'
import type { Subject } from './measure.ts'

/**
 * « La moyenne est de {value} » tells neither of what nor out of what: where the sentence begins as its measure proposes it, the
 * title comes before, and after the figure the end of its scale.
 *
 * @returns the frame of the indicator as it is, where it is in words of its own
 */
export function frameOf({ indicator, field }: Pick<Subject, 'indicator' | 'field'>): string {
  const { isNumber, sentence } = measureOf(indicator.measure)
  const frame = indicator.sentence
  const opening = sentence.slice(0, sentence.indexOf('{value}'))
  if (!isNumber || !frame.startsWith(opening)) return frame
  const proposed = sentence.slice(0, sentence.indexOf(' ('))
  const scaled = frame.startsWith(`${proposed} (`) ? proposed + outOf(field) + frame.slice(proposed.length) : frame
  const title = indicator.title.trim().replace(/[.\s]+$/, '')
  // a question is followed by its answer
  return /[?!…]$/.test(title) ? `${title} ${scaled}` : `${title} : ${scaled.charAt(0).toLowerCase()}${scaled.slice(1)}`
}

/** « sur 10 » of a scale from 0 or 1; nothing of a number that is written, which has no top. */
function outOf({ stops, min, max }: Subject['field']): string {
  if (stops === null || min === null || max === null) return ''
  return min === 0 || min === 1 ? ` sur ${max}` : ` sur une échelle de ${min} à ${max}`
}
