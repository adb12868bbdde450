/** What a row of a repeated panel is called. */
import type { QuestionPanelDynamicModel } from 'survey-core'

/** « Enfant 2 ». */
export const childName = (group: QuestionPanelDynamicModel, index: number): string =>
  `${group.locTemplateTitle.textOrHtml || group.locTitle.textOrHtml}\u00a0${index + 1}`

/** « Enfant 2 · 2021 »: which card this is, by its place and the first short answer given in it. */
export function childTitle(group: QuestionPanelDynamicModel, index: number): string {
  const first = group.panels[index]?.questions.find((question) => question.getType() === 'text')
  const name = childName(group, index)
  return first && !first.isEmpty() ? `${name}\u00a0·\u00a0${first.value}` : name
}

/** The rows are children: one of their questions is the year of birth. */
export const areChildren = (group: QuestionPanelDynamicModel): boolean =>
  group.template.questions.some((question) => question.getPropertyValue('role') === 'birth-year')
