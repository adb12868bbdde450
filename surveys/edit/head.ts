/** What stands around the questions: title, audience, notice, and the indicators. */
import { type Language, languageRows, languages } from '../languages.ts'
import type { Indicator, Questionnaire } from '../questionnaire/questionnaire.ts'
import { codeFrom } from './codes.ts'
import { withProperty } from './places.ts'

/** Sets a property of the questionnaire itself. */
export const setHead = <Name extends keyof Questionnaire>(
  questionnaire: Questionnaire,
  name: Name,
  value: Questionnaire[Name],
): Questionnaire => ({ ...questionnaire, [name]: value })

const expected: readonly Language[] = languages.filter((language) => languageRows[language].isExpected)

/** The languages a questionnaire is offered in: its own list, else those expected of every questionnaire. */
export const offeredLanguages = ({ languages: own }: Questionnaire): readonly Language[] =>
  Array.isArray(own) ? languages.filter((language) => own.includes(language)) : expected

/** Offers a language or leaves it out; what is written in it stays. */
export function offerLanguage(questionnaire: Questionnaire, language: Language, isOffered: boolean): Questionnaire {
  const before = offeredLanguages(questionnaire)
  const next = languages.filter((one) => (one === language ? isOffered : before.includes(one)))
  return withProperty(questionnaire, 'languages', next.join() === expected.join() ? undefined : next)
}

export type NoticeLine = Questionnaire['notice']['lines'][number]

export function setNoticeLine(questionnaire: Questionnaire, at: number, change: Partial<NoticeLine>): Questionnaire {
  const lines = questionnaire.notice.lines.map((line, index) => (index === at ? { ...line, ...change } : line))
  return { ...questionnaire, notice: { lines } }
}

/** What an indicator starts with; its frame comes from its measure. */
export function newIndicator(
  questionnaire: Questionnaire,
  start: { field: string; title: string; objective: number; measure: string; sentence: string },
): Indicator {
  const taken = new Set(questionnaire.indicators.map(({ id }) => id))
  const base = codeFrom(start.title || start.field).replaceAll('_', '-') || 'indicateur'
  let id = base
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`
  return { id, ...start, breakdowns: [], unit: questionnaire.unit }
}

export const addIndicator = (questionnaire: Questionnaire, indicator: Indicator): Questionnaire => ({
  ...questionnaire,
  indicators: [...questionnaire.indicators, indicator],
})

export const setIndicator = (questionnaire: Questionnaire, id: string, change: Partial<Indicator>): Questionnaire => ({
  ...questionnaire,
  indicators: questionnaire.indicators.map((indicator) =>
    indicator.id === id ? withoutVoids({ ...indicator, ...change }) : indicator,
  ),
})

/** An optional property set to `undefined` leaves. */
const withoutVoids = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T

export const removeIndicator = (questionnaire: Questionnaire, id: string): Questionnaire => ({
  ...questionnaire,
  indicators: questionnaire.indicators.filter((indicator) => indicator.id !== id),
})
