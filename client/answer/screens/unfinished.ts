/** Answers begun but not yet sayable (half a ranking, letters for a number): they hold back « Suivant », kindly. */
import type { LocalizableString, Question } from 'survey-core'
import type { Values } from '../../../surveys/dictionaries/words.ts'
import type { Key } from '../../words/speak.ts'

type Note = {
  why: Key
  /** They fill it in: the bounds of the question, as they are said. */
  values: Values
  /** What the question itself says then, in its languages. */
  own: LocalizableString | null
  /** As it stands in the fields: it stands there again, whatever was shown meanwhile. */
  typed: unknown
}
const notes = new WeakMap<Question, Note>()
const listeners = new Set<() => void>()

/** What is begun is no change of the answers. @returns ends it */
export function onUnfinished(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * @param why a key of the words, or null when the answer is whole
 */
export function noteUnfinished(
  question: Question,
  typed: unknown,
  why: Key | null,
  { values = { min: question.min, max: question.max }, own = null }: Partial<Pick<Note, 'values' | 'own'>> = {},
) {
  if (why === null) notes.delete(question)
  else notes.set(question, { why, values, own, typed })
  for (const listener of listeners) listener()
}
export const unfinished = (question: Question) => notes.get(question)
/** What was typed and is no answer yet; undefined = nothing. */
export const begunIn = <Typed>(question: Question): Typed | undefined => notes.get(question)?.typed as Typed | undefined

/** What refuses letters. */
const inFigures: ReadonlySet<Key> = new Set<Key>(['errors.number', 'errors.year', 'errors.date'])

/** Letters where figures are asked: nothing typed after them makes a number, and nobody need wait for « Suivant » to be told. */
export function isInLetters(question: Question): boolean {
  const note = notes.get(question)
  return note !== undefined && inFigures.has(note.why) && hasLetters(note.typed)
}

const hasLetters = (typed: unknown): boolean =>
  typeof typed === 'string' ? /\p{L}/u.test(typed) : Object.values(typed ?? {}).some(hasLetters)
