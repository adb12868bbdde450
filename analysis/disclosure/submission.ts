/** What is handed to the gate to be published together. */
import type { Path } from './knowledge.ts'
import type { FigureTable } from './table.ts'

/** Tables made from one state of the answers, named by `snapshot`; `paths` through the questionnaire that readers know. */
export type Submission = {
  tables: readonly FigureTable[]
  snapshot: string
  responses: number
  paths?: readonly Path[]
}
