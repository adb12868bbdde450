/** A text to read: its heading and its sentences stand where a question and its help do, with nothing under them. */
import type { AnswerRow } from './answer.ts'

export const information: AnswerRow = { Answer: () => null, weight: 1, heard: () => [] }
