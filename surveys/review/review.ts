/** The publication review: all that stops a draft, all that deserves a look, and what it costs people; in sentences. */

import { offeredLanguages } from '../edit/head.ts'
import { type Language, languageRows, translated } from '../languages.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { type Budget, budgetIssues, budgetOf, noBudget } from './budget.ts'
import { doorIssues } from './doors.ts'
import { indicatorIssues, type MeasureRule } from './indicators.ts'
import type { Issue } from './issue.ts'
import { lint } from './lint.ts'
import { placed } from './places.ts'
import { readingIssues } from './reading-advice.ts'
import { shapeIssues } from './shape.ts'
import { sizeIssue } from './size.ts'
import { indicatorTells, scaleTells, textTells, translationTells } from './tells.ts'
import { successorIssues } from './version-before.ts'

export type { Budget } from './budget.ts'
export type { MeasureRule } from './indicators.ts'

import type { PlacedIssue } from './issue.ts'
import type { Reasons } from './reasons.ts'

export type ReviewOptions = {
  /** Names of the measures the analysis knows; with their rules, the indicators are checked against them too. */
  measures: ReadonlySet<string> | readonly MeasureRule[]
  reasons?: Reasons | undefined
  /** Source of the version people answer now; null for a new questionnaire. */
  previous?: Questionnaire | null | undefined
}

export type ReviewResult = {
  /** Stops the publication. */
  toFix: PlacedIssue[]
  toCheck: PlacedIssue[]
  budget: Budget
}

/**
 * Everything that can be said of a draft, however unfinished; never throws.
 *
 * @param questionnaire as its author writes it, parameters not yet filled in
 */
export function reviewQuestionnaire(
  questionnaire: Questionnaire,
  { measures, reasons = {}, previous }: ReviewOptions,
): ReviewResult {
  const tooMuch = sizeIssue(questionnaire)
  if (tooMuch) return { toFix: [{ ...tooMuch, where: '' }], toCheck: [], budget: noBudget }
  const rules = isRules(measures) ? measures : []
  const names = isRules(measures) ? new Set(measures.map(({ name }) => name)) : measures
  const asked = safely(() => offeredLanguages(questionnaire), []).filter(
    (language) => reasonFor(language, reasons) === '',
  )
  const budget = safely(() => budgetOf(questionnaire), noBudget)
  const parts: (() => Issue[])[] = [
    () => shapeIssues(questionnaire),
    () => lint(questionnaire, { asked, measures: names }),
    () => indicatorIssues(questionnaire, rules),
    () => budgetIssues(questionnaire, budget, reasons),
    () => doorIssues(questionnaire, budget),
    () => languageReasons(reasons),
    () => successorIssues(previous, questionnaire),
    () => readingIssues(questionnaire),
    () => indicatorTells(questionnaire),
    () => scaleTells(questionnaire),
    () => textTells(questionnaire),
    () => translationTells(questionnaire),
  ]
  const found = parts.flatMap((part) => safely(part, [unreadable]))
  const issues = safely(
    () => placed(questionnaire, found),
    found.map((issue) => ({ ...issue, where: '' })),
  )
  const distinct = unique(issues)
  return {
    toFix: distinct.filter(({ level }) => level === 'error'),
    toCheck: distinct.filter(({ level }) => level === 'advice'),
    budget,
  }
}

const isRules = (measures: ReviewOptions['measures']): measures is readonly MeasureRule[] => Array.isArray(measures)

const reasonFor = (language: Language, { languages: written }: Reasons): string => written?.[language]?.trim() ?? ''

/** The approver reads why a language is left out. */
function languageReasons(reasons: Reasons): Issue[] {
  return translated
    .filter((language) => reasonFor(language, reasons) !== '')
    .map((language) => ({
      level: 'advice',
      path: '',
      code: `language-reason-${language}`,
      message: `Le questionnaire n’est pas complet en ${languageRows[language].french}. Raison écrite\u202f: «\u202f${reasonFor(language, reasons)}\u202f»`,
    }))
}

/** Reports a draft broken in a way nobody foresaw as an issue like another. */
function safely<T>(compute: () => T, otherwise: T): T {
  try {
    return compute()
  } catch {
    return otherwise
  }
}

const unreadable: Issue = {
  level: 'error',
  path: '',
  code: 'unreadable',
  message:
    'Une partie du questionnaire ne peut pas être lue\u202f: annuler le dernier changement, ou revoir les questions une à une.',
}

function unique(issues: PlacedIssue[]): PlacedIssue[] {
  const seen = new Set<string>()
  return issues.filter(({ path, code, message }) => {
    const key = JSON.stringify([path, code, message])
    return !seen.has(key) && seen.add(key)
  })
}
