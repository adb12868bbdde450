/**
 * A finding in easy French, English or Arabic: made of the questionnaire’s own words in that language and of the estimate,
 * never of the indicator’s texts.
 */

import type { Language } from '../../surveys/languages.ts'
import { calledOf } from '../../surveys/questionnaire/audiences.ts'
import {
  type Choice,
  elementsIn,
  frenchOf,
  isObject,
  listOf,
  pathOf,
  special,
} from '../../surveys/questionnaire/elements.ts'
import type { Definition, DefinitionElement, Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { answerName } from '../measures/answers.ts'
import { measureOf } from '../measures/catalogue.ts'
import type { Measured, Subject } from '../measures/measure.ts'
import { answerTrait, valuesIn } from '../measures/tables.ts'
import { isOfSome } from './limits.ts'

/** The question and the answers counted, in easy French; `who`: of a hundred of them; `isOfSome`: it does not concern everybody. */
export type Easy = { question: string; answers: string[]; who: string; isOfSome?: true }

/** @returns null when the questionnaire has no easy words for it */
export function easyOf(subject: Subject, { headline, tables }: Measured): Easy | null {
  const { indicator, field, study, table } = subject
  const { easy, number } = measureOf(indicator.measure)
  if (easy === 'none' || headline === null) return null
  const { definition, audience } = study.questionnaire
  const element = elementAt(definition, field.path)
  if (element === null) return null
  const question = questionIn(element, field.path, easyText)
  const answers =
    // a mean and a median name no answer
    number !== undefined
      ? []
      : easy === 'answers'
        ? answersIn(element, countedAnswers(headline, tables))
        : [easy.counted['fr-facile']]
  if (question === null || answers === null) return null
  const who = calledOf(table.unit, audience).hundred.fr
  return { question, answers, who, ...(isOfSome(subject) ? { isOfSome: true } : {}) }
}

/** The question of a field, or null when the definition has none. */
export function elementAt(definition: Definition, path: string): DefinitionElement | null {
  // The last one: a repeated panel comes before the questions it repeats
  const place = elementsIn(definition).findLast((one) => path === pathOf(one) || path.startsWith(`${pathOf(one)}.`))
  return place?.element ?? null
}

/** The question as it is asked, its row included. @param textOf null where a text is not written in the language */
function questionIn(element: DefinitionElement, path: string, textOf: (text: unknown) => string | null): string | null {
  const row = listOf<Choice>(element.rows).find(({ value }) => path.endsWith(`.${value}`))
  const title = textOf(element.title)?.replace(/\s*:$/, '…') ?? null
  return row === undefined ? title : joined(title, textOf(row.text))
}

/** `counted`: the answers are words of the measure, not of the questionnaire. */
export type Translated = { question: string; answers: string[]; counted: boolean }

/**
 * The same in English or Arabic: its easy words are found again in the questionnaire, beside their translation.
 *
 * @param easy of a finding of that questionnaire
 * @returns null when the questionnaire does not say all of it in that language
 */
export function translatedEasy(
  easy: Easy,
  { field, indicator }: { field: string; indicator: string },
  { definition, indicators }: Pick<Questionnaire, 'definition' | 'indicators'>,
  language: 'en' | 'ar',
  yesNo: readonly [string, string],
): Translated | null {
  const element = elementAt(definition, field)
  const measure = indicators.find(({ id }) => id === indicator)?.measure
  if (element === null || measure === undefined) return null
  const question = questionIn(element, field, (text) => textIn(text, language))
  if (question === null) return null
  const { easy: said } = measureOf(measure)
  if (said !== 'answers' && said !== 'none') return { question, answers: [said.counted[language]], counted: true }
  const answers = easy.answers.map((answer) => {
    if (element.type === 'boolean') return answer === 'oui' ? yesNo[0] : yesNo[1]
    if (element.type === 'rating') return answer
    return textIn(offeredBy(element).find(({ text }) => easyText(text) === answer)?.text, language)
  })
  return answers.every((answer) => answer !== null) ? { question, answers, counted: false } : null
}

/** An answer offered, as a table in French names it, in another language; null when it is not written in it. */
export function translatedAnswer(
  element: DefinitionElement,
  french: string,
  language: Exclude<Language, 'fr'>,
  yesNo: readonly [string, string],
): string | null {
  if (element.type === 'boolean') return french === 'Oui' ? yesNo[0] : french === 'Non' ? yesNo[1] : null
  const plain = (text: string) => text.replace(/\s/g, ' ')
  if (/^-?\d+(?: à -?\d+)?$/.test(plain(french)))
    return language === 'fr-facile' ? french : plain(french).replace(' à ', '–')
  const found = offeredBy(element).find(({ text }) =>
    [frenchOf(text), answerName(frenchOf(text))].some((own) => plain(own) === plain(french)),
  )
  const said = textIn(found?.text, language)
  return said !== null && plain(frenchOf(found?.text)) !== plain(french) ? said.replace(askedLast, '') : said
}

/** « Another reason, please say »: what is asked of whoever answers, where the French name of the answer leaves it out. */
const askedLast = /[.,،]\s[^.,،]*$/u

/** A text in a language it is written in; null in one it is not. */
export function textIn(text: unknown, language: Exclude<Language, 'fr'>): string | null {
  const own = isObject(text) ? text[language] : null
  return typeof own === 'string' && own !== '' ? own.replaceAll('**', '').trim() : null
}

/** Values counted by the headline. */
function countedAnswers({ table, key }: NonNullable<Measured['headline']>, tables: Measured['tables']): string[] {
  const figure = tables.find(({ id }) => id === table)?.figures.find((one) => one.key === key)
  return valuesIn(figure?.dims[answerTrait])
}

/** Texts of the answers counted; null when the questionnaire has no easy words for one of them. */
function answersIn(element: DefinitionElement, values: string[]): string[] | null {
  const [only] = values
  if (only === undefined) return []
  if (element.type === 'boolean') return [only === 'true' ? 'oui' : 'non']
  if (element.type === 'rating') return [only]
  const offered = offeredBy(element)
  // more than three answers are no longer one idea
  if (values.length > 3) return null
  const texts = values.map((value) => easyText(offered.find((choice) => choice.value === value)?.text))
  return texts.every((text) => text !== null) ? texts : null
}

const offeredBy = (element: DefinitionElement): Choice[] => [
  ...listOf<Choice>(element.choices),
  ...listOf<Choice>(element.columns),
  { value: special.none, text: element.noneText },
  { value: special.other, text: element.otherText },
]

const easyText = (text: unknown): string | null => textIn(text, 'fr-facile')

const joined = (question: string | null, row: string | null) =>
  question === null || row === null ? null : `${question.replace(/\s*[?…]$/, '')} : ${row}`
