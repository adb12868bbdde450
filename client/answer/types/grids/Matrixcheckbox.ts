/** A grid of boxes to tick, asked line by line. */
import type { AnswerRow } from '../answer.ts'
import { heardInLines, matrix } from './Matrix.tsx'

export const matrixcheckbox: AnswerRow = { ...matrix, heard: (question) => heardInLines(question, 'case à cocher') }
