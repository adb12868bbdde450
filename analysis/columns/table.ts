/** The responses of a questionnaire as typed columns, with a child table per repeated panel. */
import type { Unit } from '../../surveys/questionnaire/questionnaire.ts'
import type { Column } from './column.ts'

export type Table = {
  /** Path of the panel this table repeats; '' for the responses themselves. */
  path: string
  unit: Unit
  rows: number
  columns: Map<string, Column>
  /** Row of the parent table, for a panel. */
  parent: Int32Array | null
  children: Map<string, Table>
}
