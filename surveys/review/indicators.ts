/** Indicators that could not be computed or reported: the kind of question they read, and the blanks of their sentence. */
import { type Field, fieldsOf } from '../questionnaire/fields.ts'
import type { Indicator, Questionnaire } from '../questionnaire/questionnaire.ts'
import type { FieldKind } from '../types/kinds.ts'
import type { Issue } from './issue.ts'

/** What the analysis says of a measure. */
export type MeasureRule = {
  name: string
  title: string
  /** Kinds of the field it reads. */
  kinds: readonly FieldKind[]
  needsWanted: boolean
  /** Other questions it reads, in this order. */
  beside: readonly { title: string; optional: boolean }[]
  /** Its figure is no share, but a mean between the bounds of the question, or a value that somebody gave. */
  number?: 'mean' | 'quantile'
}

const blanks = new Set(['value', 'interval', 'base', 'top'])

export function indicatorIssues(questionnaire: Questionnaire, rules: readonly MeasureRule[]): Issue[] {
  const fields = new Map(fieldsOf(questionnaire.definition, questionnaire.assigned).map((field) => [field.path, field]))
  return questionnaire.indicators.flatMap((indicator) => [
    ...sentenceIssues(indicator),
    ...measureIssues(
      indicator,
      fields.get(indicator.field),
      rules.find(({ name }) => name === indicator.measure),
    ),
  ])
}

const say = ({ title, id }: Indicator, message: string): Issue => ({
  level: 'error',
  path: 'indicators',
  code: 'indicator',
  message: `L’indicateur «\u202f${title || id}\u202f» ${message}`,
})

function sentenceIssues(indicator: Indicator): Issue[] {
  const { title, sentence } = indicator
  const used = [...sentence.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!)
  const unknown = used.filter((name) => !blanks.has(name))
  return [
    ...(title.trim() === '' ? [say(indicator, 'n’a pas de titre\u202f: l’écrire.')] : []),
    ...(used.includes('value')
      ? []
      : [say(indicator, 'a une phrase sans {value}\u202f: dire où le résultat s’écrit.')]),
    ...(sentence.includes('…')
      ? [say(indicator, 'a une phrase inachevée, avec «\u202f…\u202f»\u202f: y écrire ce que le chiffre dit.')]
      : []),
    ...(unknown.length === 0
      ? []
      : [say(indicator, `a une phrase avec {${unknown[0]}}, que rien ne remplit\u202f: retirer ces accolades.`)]),
  ]
}

function measureIssues(indicator: Indicator, field: Field | undefined, rule: MeasureRule | undefined): Issue[] {
  if (!field || !rule) return []
  const needed = rule.beside.filter(({ optional }) => !optional)
  const given = indicator.beside ?? []
  return [
    ...(rule.kinds.includes(field.kind)
      ? []
      : [
          say(
            indicator,
            `emploie la mesure «\u202f${rule.title}\u202f», qui ne va pas avec ce genre de question\u202f: en choisir une autre.`,
          ),
        ]),
    ...(rule.needsWanted && (indicator.wanted ?? []).length === 0
      ? [say(indicator, 'ne dit pas quelles réponses il compte\u202f: les cocher.')]
      : []),
    ...(given.length < needed.length
      ? [say(indicator, `a besoin d’une autre question (${needed[given.length]!.title})\u202f: la choisir.`)]
      : []),
  ]
}
