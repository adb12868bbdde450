/** The sentence of a finding: the frame of its indicator filled in, or the plain statement that nothing can be concluded. */
import type { Unit } from '../../surveys/questionnaire/questionnaire.ts'
import { rules } from '../disclosure/rules.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Led } from '../measures/measure.ts'
import { amount, and, baseText, count, interval, quote, typeset } from '../text/format.ts'
import { type Rival, tieSentence, unquoted } from './ties.ts'

/**
 * @param frame French, with `{value}`, `{interval}`, `{base}` and `{top}`
 * @param leaders answers that may be the most frequent one, it first; empty when the finding is no ranking. Several arrive
 * together: no frame says that one is first
 * @param who of whom they are shares, when the frame does not say it: « familles répondantes »; and what a base counts
 */
export function sentenceOf(
  frame: string,
  estimate: Estimate,
  leaders: readonly Rival[],
  { who, unit }: { who: string; unit: Unit },
): string {
  if (leaders.length > 1) return typeset(tieSentence(leaders, { group: groupIn(frame) ?? `des ${who}`, unit }))
  const words: Record<string, string> = {
    value: amount(estimate.value, estimate.unit),
    interval: interval(estimate),
    base: count(estimate.base),
    top: leaders[0] ? ledIn(frame, leaders[0]) : '',
  }
  return typeset(capital(frame.replace(/\{(value|interval|base|top)\}/g, (_, name: string) => words[name]!)))
}

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
  if (close.length > 3) return [`L’écart avec ${several} n’est pas établi.`]
  return [`L’écart avec ${and(close)} n’est pas établi.`]
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

/** @param base null when the number itself may not be published */
export function inconclusive(base: number | null, unit: Unit): string {
  if (base === 0) return typeset('Aucune réponse : nous ne pouvons pas conclure.')
  if (base === null) return typeset(`Moins de ${baseText(rules.leastDescribed, unit)} : nous ne pouvons pas conclure.`)
  return typeset(`${baseText(base, unit)} seulement : nous ne pouvons pas conclure.`)
}

/** The answer that leads: its phrase, or its label in quotes that a frame may already hold. */
const ledIn = (frame: string, { label, phrase }: Led): string =>
  phrase ?? (/«\s*\{top\}/.test(frame) ? unquoted(label) : quote(unquoted(label)))

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
