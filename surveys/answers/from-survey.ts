/** From a live survey to the response that is sent: hidden = absent, asked but blank = null. */
import type { Question, QuestionPanelDynamicModel, SurveyModel } from 'survey-core'
import { isObject, special } from '../questionnaire/elements.ts'
import { commentKey } from '../questionnaire/fields.ts'
import { canonicalWeek, type WeekRow } from '../questionnaire/week.ts'
import { cleanText } from '../types/verify.ts'
import type { Answers } from './response.ts'

/**
 * @param model a survey made by `modelOf`
 * @returns the answers in the order of the questions, exactly as the validator wants them; drawn values included
 */
export function answersOf(model: SurveyModel): Answers {
  const questions = model.getAllQuestions()
  const names = new Set(questions.flatMap(({ name }) => [name, commentKey(name)]))
  const drawn = Object.entries(model.data as Answers).filter(([name]) => !names.has(name))
  return { ...Object.fromEntries(drawn), ...answersIn(questions.filter((question) => question.isVisibleInSurvey)) }
}

function answersIn(asked: Question[]): Answers {
  const answers: Answers = {}
  for (const question of asked) {
    if (!question.hasInput) continue
    const value = answerOf(question)
    answers[question.name] = value
    const isOther = value === special.other || (Array.isArray(value) && value.includes(special.other))
    if (isOther && question.showOtherItem) answers[commentKey(question.name)] = textOf(question.comment)
  }
  return answers
}

function answerOf(question: Question): unknown {
  const type = question.getType()
  if (type === 'paneldynamic') return rowsOf(question as QuestionPanelDynamicModel)
  const { value } = question
  if (type === 'text' || type === 'comment')
    return typeof value === 'string' ? textOf(value, type === 'comment') : (value ?? null)
  if (value === undefined || value === null || question.isEmpty()) return null
  if (type === 'weekhours') return canonicalWeek(value as WeekRow[])
  return plain(value)
}

/** survey-core hangs methods on its arrays: only the data is taken. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, plain)
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)])) : value
}

const textOf = (value: string | undefined, lines = false) => cleanText(value ?? '', lines) || null

function rowsOf({ panels }: QuestionPanelDynamicModel): Answers[] | null {
  if (panels.length === 0) return null
  return panels.map((panel) => answersIn(panel.questions.filter(isAskedInRow)))
}

/** `isVisibleInSurvey` says nothing of the panels between a question and its row. */
const isAskedInRow = (question: Question) => question.isVisible && question.isParentVisible
