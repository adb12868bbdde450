/** The bounds of a number or a day, under its question before anybody is outside of them. */
import type { Question } from 'survey-core'
import type { Language } from '../../../surveys/languages.ts'
import { rangeOf } from '../../../surveys/types/range.ts'
import type { Say } from '../../words/useSay.ts'

/** « Entre 0 et 60. »; empty where the words of the question say it. */
export function rangeSaid(question: Question, language: Language, say: Say): string {
  const range = rangeOf(question, [question.locTitle.textOrHtml, question.locDescription.textOrHtml], language)
  return range === null ? '' : say(`range.${range.kind}`, range)
}
