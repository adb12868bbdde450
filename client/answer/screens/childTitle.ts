/** « Enfant 2 · 2021 »: which card this is, by its place and the first short answer given in it. */
import type { QuestionPanelDynamicModel } from 'survey-core'

export function childTitle(group: QuestionPanelDynamicModel, index: number): string {
  const name = `${group.locTemplateTitle.textOrHtml || group.locTitle.textOrHtml}\u00a0${index + 1}`
  const first = group.panels[index]?.questions.find((question) => question.getType() === 'text')
  return first && !first.isEmpty() ? `${name}\u00a0·\u00a0${first.value}` : name
}
