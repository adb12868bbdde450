/** The responses of a questionnaire as typed columns, with a child table per repeated panel. */
import type { Unit } from '../../surveys/questionnaire/questionnaire.ts'
import type { Since } from '../disclosure/cell.ts'
import type { Column } from './column.ts'

export type Table = {
  /** Path of the panel this table repeats; '' for the responses themselves. */
  path: string
  unit: Unit
  rows: number
  /** Row of the responses that each row belongs to: itself, or its family. */
  responseOf: Int32Array
  /** Record key of that response (disclosure/record-key.ts). */
  recordKeys: Uint32Array
  /** By response: after which earlier publications it joined; absent = nothing was published before with the same noise. */
  since?: Since
  columns: Map<string, Column>
  /** Row of the parent table, for a panel. */
  parent: Int32Array | null
  children: Map<string, Table>
}
