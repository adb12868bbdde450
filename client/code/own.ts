/** One's own answers, put back into a live survey and read out in words. */
import type { Question, QuestionPanelDynamicModel, SurveyModel } from 'survey-core'
import type { OwnResponse } from '../../api/wire/public.ts'
import { doorKey, isShort, shortDoor } from '../../surveys/questionnaire/door.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { Draft } from '../answer/device/outbox.ts'
import { filled } from '../answer/screens/filled.ts'

export function draftOf(response: OwnResponse, { assigned }: Pick<Questionnaire, 'assigned'>): Draft {
  const drawn = Object.fromEntries(assigned.map(({ name }) => [name, String(response.answers[name])]))
  if (isShort(response.answers)) drawn[doorKey] = shortDoor
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
  said: (question: Question) => string[],
  nameOf: (group: QuestionPanelDynamicModel, index: number) => string,
): Line[] {
  const linesOf = (question: Question, of: string): Line[] => {
    if (question.getType() !== 'paneldynamic')
      return [{ of, title: question.locTitle.textOrHtml, texts: said(question) }]
    const group = question as QuestionPanelDynamicModel
    return group.panels.flatMap((panel, index) =>
      panel.questions.filter(isAsked).flatMap((asked) => linesOf(asked, nameOf(group, index))),
    )
  }
  return model
    .getAllQuestions()
    .filter(isAsked)
    .flatMap((question) => linesOf(question, ''))
}

/** In the order of the questionnaire: what was asked before a child, the child, what was asked behind. */
export function sectionsOf(lines: readonly Line[]): { of: string; lines: Line[] }[] {
  const sections: { of: string; lines: Line[] }[] = []
  for (const line of lines) {
    const last = sections.at(-1)
    if (last?.of === line.of) last.lines.push(line)
    else sections.push({ of: line.of, lines: [line] })
  }
  return sections
}

const isAsked = (question: Question) => question.isVisible && question.isParentVisible && question.hasInput
