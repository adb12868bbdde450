/** What stops a screen from going on, in the person's words. */
import type { Question } from 'survey-core'
import type { Say } from '../../words/useSay.ts'
import { unfinished } from './unfinished.ts'

/** @returns the sentence to show under the question, or null */
export function problemOf(question: Question, say: Say): string | null {
  const begun = unfinished(question)
  if (begun !== undefined) return begun.own?.textOrHtml || say(begun.why, begun.values)
  if (question.validate(true)) return null
  return question.errors[0]?.getText() ?? say('errors.required')
}

/** Problems of a screen by question id; empty when it can be left. */
export function problemsOf(questions: Question[], say: Say): Map<string, string> {
  const found = questions.map((question) => [question.id, problemOf(question, say)] as const)
  return new Map(found.filter((one): one is [string, string] => one[1] !== null))
}
