/** The gate of publication: all that stops a draft, all that deserves a look, and what it costs people; in sentences. */

import { type Language, languageRows, languages, translated } from '../languages.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import { type Budget, budgetFindings, budgetOf, noBudget } from './budget.ts'
import type { Finding } from './finding.ts'
import { indicatorFindings, type MeasureRule } from './indicators.ts'
import { lint } from './lint.ts'
import { placed } from './places.ts'
import { readingFindings } from './reading-advice.ts'
import { shapeFindings } from './shape.ts'
import { sizeFinding } from './size.ts'
import { successorFindings } from './version-before.ts'

export type { Budget } from './budget.ts'
export type { MeasureRule } from './indicators.ts'

import type { GateFinding } from './finding.ts'
import type { Reasons } from './reasons.ts'

export type GateOptions = {
  /** Names of the measures the analysis knows; with their rules, the indicators are checked against them too. */
  measures: ReadonlySet<string> | readonly MeasureRule[]
  reasons?: Reasons | undefined
  /** Source of the version people answer now; null for a new questionnaire. */
  previous?: Questionnaire | null | undefined
}

export type GateResult = {
  /** Stops the publication. */
  toFix: GateFinding[]
  toCheck: GateFinding[]
  budget: Budget
}

/**
 * Everything that can be said of a draft, however unfinished; never throws.
 *
 * @param questionnaire as its author writes it, parameters not yet filled in
 */
export function gate(questionnaire: Questionnaire, { measures, reasons = {}, previous }: GateOptions): GateResult {
  const tooMuch = sizeFinding(questionnaire)
  if (tooMuch) return { toFix: [{ ...tooMuch, where: '' }], toCheck: [], budget: noBudget }
  const rules = isRules(measures) ? measures : []
  const names = isRules(measures) ? new Set(measures.map(({ name }) => name)) : measures
  const asked = languages.filter((language) => languageRows[language].isExpected && reasonFor(language, reasons) === '')
  const budget = safely(() => budgetOf(questionnaire), noBudget)
  const parts: (() => Finding[])[] = [
    () => shapeFindings(questionnaire),
    () => lint(questionnaire, { asked, measures: names }),
    () => indicatorFindings(questionnaire, rules),
    () => budgetFindings(questionnaire, budget, reasons),
    () => languageReasons(reasons),
    () => successorFindings(previous, questionnaire),
    () => readingFindings(questionnaire),
  ]
  const found = parts.flatMap((part) => safely(part, [unreadable]))
  const findings = safely(
    () => placed(questionnaire, found),
    found.map((finding) => ({ ...finding, where: '' })),
  )
  const told = unique(findings)
  return {
    toFix: told.filter(({ level }) => level === 'error'),
    toCheck: told.filter(({ level }) => level === 'advice'),
    budget,
  }
}

const isRules = (measures: GateOptions['measures']): measures is readonly MeasureRule[] => Array.isArray(measures)

const reasonFor = (language: Language, { languages: written }: Reasons): string => written?.[language]?.trim() ?? ''

/** The approver reads why a language is left out. */
function languageReasons(reasons: Reasons): Finding[] {
  return translated
    .filter((language) => reasonFor(language, reasons) !== '')
    .map((language) => ({
      level: 'advice',
      path: '',
      code: `language-reason-${language}`,
      message: `Le questionnaire n’est pas complet en ${languageRows[language].french}. Raison écrite\u202f: «\u202f${reasonFor(language, reasons)}\u202f»`,
    }))
}

/** A draft broken in a way nobody foresaw is told as a finding like another. */
function safely<T>(compute: () => T, otherwise: T): T {
  try {
    return compute()
  } catch {
    return otherwise
  }
}

const unreadable: Finding = {
  level: 'error',
  path: '',
  code: 'unreadable',
  message:
    'Une partie du questionnaire ne peut pas être lue\u202f: annuler le dernier changement, ou revoir les questions une à une.',
}

function unique(findings: GateFinding[]): GateFinding[] {
  const seen = new Set<string>()
  return findings.filter(({ path, code, message }) => {
    const key = JSON.stringify([path, code, message])
    return !seen.has(key) && seen.add(key)
  })
}
