/** « Tout comme Enfant 1, sauf… »: what was answered for the child before is taken over at once. */
import type { Question } from 'survey-core'
import { plain } from '../screens/plain.ts'
import { isShareable, type Screen } from '../screens/screens.ts'

type Child = NonNullable<Screen['child']>

/** Answers of the child before that may be taken over, in the order they were asked. */
export function shared({ group, index }: Child): Question[] {
  const before = group.panels[index - 1]?.questions ?? []
  return before.filter((question) => question.isVisible && !question.isEmpty() && isShareable(question))
}

/** Nothing of what may be taken over is answered yet. */
export const isUntouched = ({ group, index }: Child): boolean =>
  group.panels[index]!.questions.every((question) => question.isEmpty() || !isShareable(question))

/** Takes all of them over, first to last: an answer opens the questions that depend on it. */
export function takeOver(child: Child): void {
  const panel = child.group.panels[child.index]!
  for (const before of shared(child)) {
    const question = panel.getQuestionByName(before.name)
    if (!question) continue
    question.value = plain(before.value)
    if (before.comment) question.comment = before.comment
  }
}
