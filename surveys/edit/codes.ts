/** Codes of questions and answers: made from words, free in their questionnaire. */
import { elementsIn } from '../questionnaire/elements.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { isName, isValue } from '../types/rules.ts'
import { unaccented } from '../wording/folded.ts'
import { allElements } from './places.ts'

const small = new Set(
  'le la les l un une des du de d et ou a au aux en dans sur pour par avec est ce cette ces que qui quel quelle quels quelles vous votre vos tu ton ta tes il y'.split(
    ' ',
  ),
)

/**
 * « À quel point l’accueil vous convient-il ? » → `point_accueil_convient`.
 *
 * @returns at most five words, lower case, letters and digits; empty when nothing is left
 */
export function codeFrom(words: string): string {
  const parts = unaccented(words)
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
  const meaningful = parts.filter((part) => !small.has(part))
  return (meaningful.length > 0 ? meaningful : parts).slice(0, 5).join('_').slice(0, 40).replace(/_+$/, '')
}

/** Codes that may not be given again: questions at any depth, groups, drawn values. */
export const takenCodes = (questionnaire: Questionnaire): Set<string> =>
  new Set([
    ...allElements(questionnaire).map(({ element }) => String(element.name)),
    ...elementsIn(questionnaire.definition).map(({ element }) => String(element.name)),
    ...(questionnaire.assigned ?? []).map(({ name }) => name),
  ])

/** @returns the code itself, or with `_2`, `_3`… when it is taken */
export function freeCode(wanted: string, taken: ReadonlySet<string>): string {
  const base = isName(wanted) ? wanted : isName(`q_${wanted}`) ? `q_${wanted}` : 'question'
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}_${number}`)) return `${base}_${number}`
}

/** The same for the value of an answer, among the values beside it. */
export function freeValue(words: string, taken: ReadonlySet<string>): string {
  const code = codeFrom(words)
  const base = isValue(code) && code !== 'other' ? code : 'reponse'
  if (!taken.has(base) && base !== 'reponse') return base
  for (let number = base === 'reponse' ? 1 : 2; ; number++)
    if (!taken.has(`${base}_${number}`)) return `${base}_${number}`
}

/** A code nobody chose: it follows the title until the first publication. */
export const isProvisional = (code: string) => /^(question|reponse|ligne|groupe|fiche|texte|page)_\d+$/.test(code)
