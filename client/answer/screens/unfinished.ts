/** Answers begun but not yet sayable (half a ranking, letters for a number): they hold back « Suivant », kindly. */
import type { LocalizableString, Question } from 'survey-core'
import type { Values } from '../../../surveys/dictionaries/words.ts'
import type { Key } from '../../words/speak.ts'

const notes = new WeakMap<Question, { why: Key; values: Values; own: LocalizableString | null }>()

/**
 * @param why a key of the words, or null when the answer is whole
 * @param values that fill it in: the bounds of the question, as they are said
 * @param own what the question itself says then, in its languages
 */
export function noteUnfinished(
  question: Question,
  why: Key | null,
  values: Values = { min: question.min, max: question.max },
  own: LocalizableString | null = null,
) {
  if (why === null) notes.delete(question)
  else notes.set(question, { why, values, own })
}
export const unfinished = (question: Question) => notes.get(question)
