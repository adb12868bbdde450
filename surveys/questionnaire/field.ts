/** One field of a questionnaire: what a question, or one row of a grid, becomes for whoever reads its answers. */
import type { FieldKind } from '../types/kinds.ts'

export type FieldChoice = { value: string; text: string; special?: true }

/**
 * Smallest and largest number (rows of a repeated panel, steps of a scale), longest text; null = none. `stops`: of a scale, every
 * number that may be given, ascending.
 */
export type Bounds = {
  min: number | null
  max: number | null
  maxLength: number | null
  stops: readonly number[] | null
}

export type Field = Bounds & {
  /** `garde`; `enfants.garde` in a repeated panel; `question.row` for the row of a matrix. */
  path: string
  /** Last part of the path. */
  name: string
  kind: FieldKind
  /** French, without the colon of a question that ends on its answers. */
  title: string
  /** Page it stands on; empty for an assigned field, drawn before the first page. */
  page: string
  /** Path of the repeated panel that asks it once per row. */
  parent: string | null
  /** Key that holds its answer, in the response or in the row of the panel; the matrix for the row of a matrix. */
  question: string
  /** Row of the matrix, else null. */
  row: string | null
  choices: FieldChoice[]
  objectives: number[]
  sensitivity: 'ordinary' | 'sensitive'
  semantic: string | null
  /** Has an « autre, préciser » text, stored under `<question>-Comment`. */
  comment: boolean
  /** Asked in the last, optional part only. */
  optionalPart: boolean
  /** Asked by the short door too. */
  essential: boolean
}
