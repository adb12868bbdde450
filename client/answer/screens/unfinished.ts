/** Answers begun but not yet sayable (half a ranking, letters for a number): they hold back « Suivant », kindly. */
import type { Question } from 'survey-core'
import type { Key } from '../../words/speak.ts'

const notes = new WeakMap<Question, Key>()

/** @param why a key of the words, or null when the answer is whole */
export function noteUnfinished(question: Question, why: Key | null) {
  if (why === null) notes.delete(question)
  else notes.set(question, why)
}
export const unfinished = (question: Question): Key | undefined => notes.get(question)
