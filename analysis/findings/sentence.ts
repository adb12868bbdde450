/** The sentence of a finding: the frame of its indicator filled in, or the plain statement that nothing can be concluded. */
import type { Unit } from '../../surveys/questionnaire/questionnaire.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Led } from '../measures/measure.ts'
import { amount, and, baseText, count, interval, quote, typeset } from '../text/format.ts'
import { type Aside, type Rival, tieSentence, unquoted } from './ties.ts'

/**
 * What is said first: that more people gave none of the answers, when they did; then the answer that leads, or the figure;
 * then the answers that may be as frequent.
 *
 * @param frame French, with `{value}`, `{interval}`, `{base}` and `{top}`
 * @param leaders answers that may be the most frequent one, the largest first; empty when the finding is no ranking
 * @param aside given by more people than the largest of them; null = none
 * @param who of whom they are shares, when the frame does not say it: « familles répondantes »; and what a base counts
 */
export function sentenceOf(
  frame: string,
  estimate: Estimate,
  leaders: readonly Rival[],
  aside: Aside | null,
  { who, unit }: { who: string; unit: Unit },
): string {
  const group = groupIn(frame) ?? `des ${who}`
  const quoting = `Pour {value} ${group}, la réponse est {top} ({interval} ; {base} ${unit === 'children' ? 'enfants' : 'réponses'}).`
  // a label stands in quotation marks: a phrase goes on from its own frame only
  const quoted = ({ label, estimate: own }: Rival) => filled(quoting, own, { label })
  const [leader] = leaders
  const lead = aside ? after(aside.frame ?? quoting, frame) : frame
  return typeset(
    [
      ...(aside ? [aside.frame === undefined ? quoted(aside) : filled(aside.frame, aside.estimate, null)] : []),
      leader && leaders.length > 1 && saysFirst.test(frame) ? quoted(leader) : filled(lead, estimate, leader ?? null),
      tieSentence(leaders) ?? [],
    ]
      .flat()
      .join(' '),
  )
}

/** A frame that goes on from another one: without the words both begin with, up to a comma, nor the base. */
function after(first: string, frame: string): string {
  const [opening = ''] = /^[^{]*, (?=.*\{value\})/.exec(frame) ?? []
  const parts = opening.split(/(?<=, )/)
  const same = parts.filter((_, at) => first.startsWith(parts.slice(0, at + 1).join(''))).join('')
  return frame.slice(same.length).replace(/\s;\s\{base\}\s[^()]*(?=\))/, '')
}

function filled(frame: string, estimate: Estimate, top: Led | null): string {
  const words: Record<string, string> = {
    value: amount(estimate.value, estimate.unit),
    interval: interval(estimate),
    base: count(estimate.base),
    top: top ? ledIn(frame, top) : '',
  }
  return capital(frame.replace(/\{(value|interval|base|top)\}/g, (_, name: string) => words[name]!))
}

/** A frame that says its answer to be the most frequent one: not filled in where nothing establishes it. */
const saysFirst = /\bcitée?s? le plus|le plus (?:souvent )?(?:cité|donné|choisi)|\ben tête\b/i

/** « des familles répondantes intéressées », as a frame says it, without what it says of them. */
const groupIn = (frame: string): string | null =>
  /\{value\} (d(?:es|e l[ae’]|u) \p{L}+(?: (?:répondant|décrit|interrogé|concerné|intéressé)e?s)*)/u.exec(frame)?.[1] ??
  null

/**
 * Said when the first group is not clearly ahead: the next one’s interval reaches it.
 *
 * @param several what the others are called when they are too many to be named
 */
export function closeRivals(top: Estimate, [, ...others]: Rival[], several = 'les réponses suivantes'): string[] {
  const close = others.filter(({ estimate }) => estimate.high >= top.low).map(({ label }) => quote(unquoted(label)))
  if (close.length === 0) return []
  if (close.length === 1) return [`L’écart avec ${close[0]} n’est pas établi.`]
  return [`Les écarts avec ${close.length > 3 ? several : and(close)} ne sont pas établis.`]
}

/**
 * A finding of 11 to 29 answers: the frame with words for its figure, without interval nor base.
 *
 * @param top the answer it is about, for a ranking
 */
export function sentenceInWords(frame: string, words: string, top: Led | null): string {
  const plain = frame.replace(/\s*\([^()]*\{(?:interval|base)\}[^()]*\)/g, '')
  const filled = plain.replaceAll('{value}', words).replaceAll('{top}', top === null ? '' : ledIn(frame, top))
  return typeset(`${capital(filled).replace(/\s*\.?$/, '.')} Trop peu de réponses pour donner un chiffre.`)
}

/**
 * « Coût de la garde : 45 réponses, trop peu pour donner un chiffre. »
 *
 * @param title of the indicator: the sentence is read alone
 * @param base null when the number itself may not be published
 */
export function inconclusive(title: string, base: number | null, unit: Unit): string {
  if (base === 0) return typeset(`${title} : aucune réponse à ce jour.`)
  const few = base === null ? 'trop peu de réponses' : `${baseText(base, unit)}, trop peu`
  return typeset(`${title} : ${few} pour donner un chiffre.`)
}

/** The answer that leads: its phrase, or its label in quotes that a frame may already hold. */
const ledIn = (frame: string, { label, phrase }: Led): string =>
  phrase ?? (/«\s*\{top\}/.test(frame) ? unquoted(label) : quote(unquoted(label)))

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
