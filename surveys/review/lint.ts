/** What may not be published, and what should be improved before it is; every issue says what to do. */

import { compileValidator, LanguageError } from '../answers/validator.ts'
import { levelSaid } from '../authority/levels.ts'
import { objectiveOf } from '../authority/plan.ts'
import { unreachable } from '../conditions/reach.ts'
import { lacksPurpose } from '../edit/purpose.ts'
import { elementsIn, frenchOf, type LocatedElement, pathOf } from '../questionnaire/elements.ts'
import { fieldsOf } from '../questionnaire/fields.ts'
import { materialise, parametersUsed } from '../questionnaire/parameters.ts'
import type { Language, Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Issue } from './issue.ts'
import { privacyIssues } from './lint-privacy.ts'
import { textIssues } from './lint-texts.ts'
import { conditionTells } from './tells.ts'

export type LintOptions = {
  /** Languages this questionnaire is meant to be read in: a missing translation is then an error. */
  asked?: readonly Language[]
  /** Measures the analysis knows: an indicator that names another one is then an error. */
  measures?: ReadonlySet<string>
}

/** @param questionnaire as its author writes it, parameters not yet filled in */
export function lint(questionnaire: Questionnaire, { asked = [], measures }: LintOptions = {}): Issue[] {
  const places = elementsIn(questionnaire.definition)
  return [
    ...noticeIssues(questionnaire),
    ...parameterIssues(questionnaire),
    ...languageIssues(questionnaire),
    ...purposeIssues(places),
    ...privacyIssues(places),
    ...textIssues(questionnaire, asked),
    ...indicatorIssues(questionnaire),
    ...measureIssues(questionnaire, measures),
  ]
}

function measureIssues({ indicators }: Questionnaire, known: LintOptions['measures']): Issue[] {
  if (known === undefined) return []
  return indicators
    .filter(({ measure }) => !known.has(measure))
    .map(({ title, measure }) => ({
      level: 'error',
      path: 'indicators',
      code: 'measure',
      message: `L’indicateur «\u202f${title}\u202f» demande la mesure «\u202f${measure}\u202f», qui n’existe pas\u202f: en choisir une parmi ${[...known].join(', ')}.`,
    }))
}

function noticeIssues({ notice }: Questionnaire): Issue[] {
  const lines = notice?.lines ?? []
  const empty = lines.flatMap(({ title, text }, at) =>
    frenchOf(text).trim() === '' ? [`«\u202f${frenchOf(title).trim() || `ligne ${at + 1}`}\u202f»`] : [],
  )
  if (lines.length >= 7 && empty.length === 0) return []
  const message =
    lines.length >= 7
      ? `Dans la notice, rien n’est écrit sous ${empty.join(', ')}\u202f: l’écrire.`
      : 'La notice doit dire, avant la première question, qui demande, pourquoi, sur quelle base, que répondre est libre, qui lira, combien de temps et quels sont les droits\u202f: la compléter.'
  return [{ level: 'error', path: 'notice', code: 'notice', message }]
}

function parameterIssues(questionnaire: Questionnaire): Issue[] {
  const declared = new Map(questionnaire.parameters.map((parameter) => [parameter.name, parameter]))
  const used = parametersUsed(questionnaire)
  const unknown = [...used].filter((name) => !declared.has(name))
  const unused = [...declared.keys()].filter((name) => !used.has(name))
  return [
    ...unknown.map((name) => ({
      level: 'error' as const,
      path: '',
      code: 'parameter',
      message: `Le questionnaire demande le paramètre «\u202f${name}\u202f», qui n’est pas déclaré\u202f: le déclarer ou le retirer.`,
    })),
    ...unused.map((name) => ({
      level: 'advice' as const,
      path: '',
      code: 'parameter-unused',
      message: `Le paramètre «\u202f${name}\u202f» ne sert nulle part\u202f: le retirer.`,
    })),
  ]
}

/** What the check cannot compile, then what nobody can be asked. */
function languageIssues(questionnaire: Questionnaire): Issue[] {
  try {
    const published = materialise(questionnaire, {})
    compileValidator(published)
    const unmet = unreachable(published, elementsIn(published.definition)).map((place) => ({
      level: 'error' as const,
      path: pathOf(place),
      code: 'unreachable',
      message:
        'Personne ne peut rencontrer cette question\u202f: ses conditions se contredisent. En corriger une, ou retirer la question.',
    }))
    return [...unmet, ...conditionTells(published)]
  } catch (error) {
    if (error instanceof LanguageError) return error.problems.map((problem) => ({ level: 'error', ...problem }))
    if (!(error instanceof RangeError)) throw error
    return [
      {
        level: 'error',
        path: '',
        code: 'parameter',
        message: 'Un paramètre manque ou n’est pas du bon genre (texte ou choix)\u202f: le corriger.',
      },
    ]
  }
}

function purposeIssues(places: LocatedElement[]): Issue[] {
  return [...withoutPurpose(places), ...beyondThePlan(places)]
}

const numbersOf = ({ element }: LocatedElement): number[] =>
  Array.isArray(element.objectives) ? element.objectives.filter((number) => typeof number === 'number') : []

/** A plan may have changed since the question was written. */
function beyondThePlan(places: LocatedElement[]): Issue[] {
  return places.flatMap((place) =>
    numbersOf(place)
      .filter((number) => objectiveOf(number) === null)
      .map((number) => ({
        level: 'error' as const,
        path: pathOf(place),
        code: 'purpose',
        message: `Cette question sert ${levelSaid('the', 'objective')} ${number}, qui n’est pas dans votre plan\u202f: choisir un autre numéro.`,
      })),
  )
}

function withoutPurpose(places: LocatedElement[]): Issue[] {
  return places
    .filter(({ element }) => lacksPurpose(element))
    .map((place) => ({
      level: 'error',
      path: pathOf(place),
      code: 'purpose',
      message: `Cette question ne sert ${levelSaid('none', 'objective')} du plan\u202f: choisir dans la liste, ou écrire pourquoi elle est posée.`,
    }))
}

/** Columns the analysis makes itself, in the response or in the rows of a repeated panel. */
const derived = /^(\w+\.)?(zone|tranche_age)$/

function indicatorIssues(questionnaire: Questionnaire): Issue[] {
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  const paths = new Set([
    ...fields.flatMap(({ path, parent, question }) => [path, parent ? `${parent}.${question}` : question]),
  ])
  const ids = questionnaire.indicators.map(({ id }) => id)
  return questionnaire.indicators.flatMap((indicator, at): Issue[] => {
    const say = (message: string): Issue => ({ level: 'error', path: 'indicators', code: 'indicator', message })
    const name = `L’indicateur «\u202f${indicator.title}\u202f»`
    const missing = [indicator.field, ...(indicator.beside ?? []), ...indicator.breakdowns].filter(
      (field) => !paths.has(field) && !derived.test(field),
    )
    const offered = new Set(fields.find(({ path }) => path === indicator.field)?.choices.map(({ value }) => value))
    const wrong = offered.size === 0 ? [] : (indicator.wanted ?? []).filter((value) => !offered.has(value))
    const unknown = [indicator.objective, ...(indicator.alsoServes ?? [])].filter((one) => objectiveOf(one) === null)
    return [
      ...unknown.map((number) =>
        say(
          `${name} est rangé sous ${levelSaid('the', 'objective')} ${number}, qui n’est pas dans votre plan\u202f: choisir un autre numéro.`,
        ),
      ),
      ...missing.map((field) =>
        say(`${name} lit «\u202f${field}\u202f», qui n’est pas une question d’ici\u202f: en choisir une autre.`),
      ),
      ...wrong.map((value) =>
        say(`${name} compte la réponse «\u202f${value}\u202f», qui n’est pas proposée\u202f: la corriger.`),
      ),
      ...(ids.indexOf(indicator.id) === at
        ? []
        : [say(`${name} porte le même code qu’un autre\u202f: en changer un.`)]),
    ]
  })
}
