/** An answer given, in words. */
import type { Question, QuestionMatrixModel } from 'survey-core'
import { capital, type Language, languageRows } from '../../../surveys/languages.ts'
import type { WeekRow } from '../../../surveys/questionnaire/week.ts'
import { rowOf } from '../../../surveys/types/catalogue.ts'
import type { Say } from '../../words/useSay.ts'
import { answerRowOf } from '../types/catalogue.ts'
import { numbersSaid } from '../types/grids/Numbers.tsx'
import { weekTexts } from '../week/said.ts'
import { asksCover } from '../week/week-state.ts'

/** A box that is not ticked is no answer: an agreement that was not given. */
export const isConsent = (question: Question) => question.getPropertyValue('role') === 'consent'

/** Words of one’s own are offered, and expected of nobody. */
export const isText = (question: Question) =>
  rowOf({ type: question.getType(), inputType: question.inputType })?.kind === 'text'

/** @returns a text for each thing chosen; [] = left blank */
export function saidOf(question: Question, say: Say, language: Language): string[] {
  const texts = textsOf(question, say, language)
  return languageRows[language].direction === 'rtl' ? texts.map(isolated) : texts
}

/** A French name in an Arabic text keeps its order where the line ends inside it. */
const isolated = (text: string) =>
  text.replace(/\p{Script=Latin}[\p{Script=Latin}\d’' -]*[\p{Script=Latin}\d]/gu, '\u2066$&\u2069')

function textsOf(question: Question, say: Say, language: Language): string[] {
  if (question.isEmpty())
    return isConsent(question) ? [say('answer.notAgreed')] : isText(question) ? [say('own.noWords')] : []
  if (question.getType() === 'weekhours')
    return weekTexts(question.value as WeekRow[], asksCover(question), say, language).map(capital)
  if (question.getType() === 'matrix')
    return (question as QuestionMatrixModel).visibleRows.flatMap((row) => {
      const chosen = (question as QuestionMatrixModel).visibleColumns.filter(({ value }) =>
        [row.value].flat().includes(value),
      )
      if (chosen.length === 0) return []
      const said = chosen.map(({ locText }) => locText.textOrHtml).join(', ')
      return [say('answer.told', { name: row.item.locText.textOrHtml, said })]
    })
  if (question.getType() === 'checkbox')
    return (question.value as unknown[]).map((one) => String(question.getDisplayValue(true, [one])))
  if (question.getType() === 'numbers') return numbersSaid(question, say)
  const shown: unknown = answerRowOf(question)?.said?.(question, language) ?? question.displayValue
  return Array.isArray(shown) ? shown.map(String) : [String(shown)]
}
