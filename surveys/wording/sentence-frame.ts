/** The frame of a finding's sentence, which is quoted without its question. */
import { capital } from '../languages.ts'
import type { Field } from '../questionnaire/fields.ts'
import type { Indicator } from '../questionnaire/questionnaire.ts'
import type { MeasureRule } from '../review/indicators.ts'

/** `isBare`: what it is about is in none of its words, so that its title comes before: see `headed`. */
export type Frame = { frame: string; isBare: boolean }

/**
 * « {value} des familles répondantes choisissent {top} » does not tell of what, nor « La moyenne est de {value} » out of what:
 * a frame has its title before it where it has no words but those its measure proposes, and a number the end of its scale.
 *
 * @param measure its kind of number, absent of a share, and the sentence it proposes
 * @returns the frame of the indicator as it is, where it is in words of its own
 */
export function frameOf(
  { sentence: given }: Pick<Indicator, 'sentence'>,
  field: Pick<Field, 'stops' | 'min' | 'max'> | undefined,
  { number, sentence }: Pick<MeasureRule, 'number'> & { sentence: string },
): Frame {
  const [frame, proposal] = number === 'quantile' ? [passed(given), passed(sentence)] : [given, sentence]
  if (number === undefined) return { frame, isBare: hasNoWordBut(proposal, frame) }
  if (!frame.startsWith(proposal.slice(0, proposal.indexOf('{value}')))) return { frame, isBare: false }
  const proposed = proposal.slice(0, proposal.indexOf(' ('))
  const scaled = frame.startsWith(`${proposed} (`) ? proposed + outOf(field) + frame.slice(proposed.length) : frame
  return { frame: scaled, isBare: true }
}

/**
 * A title before its sentence: after a question comes its answer.
 *
 * @example headed('Note', 'La moyenne est de 6.') // → 'Note : la moyenne est de 6.'
 */
export function headed(given: string, sentence: string): string {
  const title = bared(given)
  if (title === '') return sentence
  return isQuestion(title)
    ? `${title} ${capital(sentence)}`
    : `${title} : ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}

/** The sentence as it reads under its title, which is not said twice. @example underTitle('Note : la moyenne est de 6.', 'Note') // → 'La moyenne est de 6.' */
export function underTitle(sentence: string, title: string): string {
  const opening = bared(title)
  const left = alike(sentence).startsWith(alike(opening)) ? sentence.slice(opening.length) : ''
  const [between = ''] = /^[\s\u202f]*:\s+/.exec(left) ?? (isQuestion(opening) ? (/^\s+/.exec(left) ?? []) : [])
  const rest = left.slice(between.length)
  return between === '' || rest === '' ? sentence : capital(rest)
}

const bared = (title: string) => title.trim().replace(/[\s.:]+$/, '')
const isQuestion = (title: string) => /[?!…]$/.test(title)

/** Signs are set by the same rules wherever a text is written, spaces are not. */
const alike = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

/** Who answered is not what was asked: « des familles répondantes » is no word of its own. « {value} {top} » has the verb of each answer. */
function hasNoWordBut(proposal: string, frame: string): boolean {
  if (frame.includes('{value} {top}')) return false
  const wordsIn = (text: string) =>
    text
      .replace(
        /(?:parmi les|\{value\} d(?:es|e l[ae’]|u)) [\p{L}\d-]+(?:\sans)?(?: répondante?s?)?|\([^()]*\)|\{\w+\}/giu,
        ' ',
      )
      .match(/[\p{L}\d]+/gu) ?? []
  const known = new Set(wordsIn(proposal.toLowerCase()))
  return wordsIn(frame.toLowerCase()).every((word) => known.has(word))
}

/** A median of whole numbers or of stops is what half of the answers seldom meet and often pass. */
const passed = (frame: string): string =>
  frame.replace(
    /(?<!\b(?:au moins|plus de|moins de|environ) )\bla moitié(?=[^{}]*(?:au plus \{value\}|\{value\}[^{}(.]*\bou moins\b))/giu,
    (half) => (half.startsWith('L') ? 'Au moins la moitié' : 'au moins la moitié'),
  )

/** « sur 10 » of a scale from 0 or 1; nothing of a number that is written, which has no top. */
function outOf(field: Pick<Field, 'stops' | 'min' | 'max'> | undefined): string {
  const { stops, min, max } = { stops: null, min: null, max: null, ...field }
  if (stops === null || min === null || max === null) return ''
  return min === 0 || min === 1 ? ` sur ${max}` : ` sur une échelle de ${min} à ${max}`
}
