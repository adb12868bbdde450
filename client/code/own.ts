/** One's own answers, put back into a live survey and read out in words. */
import type { Question, QuestionMatrixModel, QuestionPanelDynamicModel, SurveyModel } from 'survey-core'
import type { OwnResponse } from '../../api/wire/public.ts'
import type { Language, Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { Draft } from '../answer/device/outbox.ts'
import { filled } from '../answer/screens/filled.ts'
import { answerRowOf } from '../answer/types/catalogue.ts'

export function draftOf(response: OwnResponse, { assigned }: Pick<Questionnaire, 'assigned'>): Draft {
  const drawn = Object.fromEntries(assigned.map(({ name }) => [name, String(response.answers[name])]))
  const { questionnaire, version } = response
  return {
    id: '00000000-0000-4000-8000-000000000000',
    questionnaire,
    version,
    channel: '',
    code: [],
    drawn,
    data: filled(response.answers),
    screen: '',
    savedAt: 0,
  }
}

/** What was asked, and the answer in words; [] = left blank. `of` names the child it belongs to. */
export type Line = { of: string; title: string; texts: string[] }

export function linesOf(
  model: SurveyModel,
  week: (value: unknown) => string[],
  nameOf: (group: QuestionPanelDynamicModel, index: number) => string,
): Line[] {
  const linesOf = (question: Question, of: string): Line[] => {
    const title = question.locTitle.textOrHtml
    if (question.getType() === 'paneldynamic') {
      const group = question as QuestionPanelDynamicModel
      return group.panels.flatMap((panel, index) =>
        panel.questions.filter(isAsked).flatMap((asked) => linesOf(asked, nameOf(group, index))),
      )
    }
    if (question.isEmpty()) return [{ of, title, texts: [] }]
    if (question.getType() === 'weekhours') return [{ of, title, texts: week(question.value) }]
    if (question.getType() === 'matrix') {
      const texts = (question as QuestionMatrixModel).visibleRows.flatMap((row) => {
        const column = (question as QuestionMatrixModel).visibleColumns.find(({ value }) => value === row.value)
        return column ? [`${row.item.locText.textOrHtml} : ${column.locText.textOrHtml}`] : []
      })
      return [{ of, title, texts }]
    }
    const language = (model.locale || 'fr') as Language
    const shown: unknown = answerRowOf(question)?.said?.(question, language) ?? question.displayValue
    return [{ of, title, texts: Array.isArray(shown) ? shown.map(String) : [String(shown)] }]
  }
  return model
    .getAllQuestions()
    .filter(isAsked)
    .flatMap((question) => linesOf(question, ''))
}

const isAsked = (question: Question) => question.isVisible && question.isParentVisible
