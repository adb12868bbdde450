/** One questionnaire and its answers as columns: what findings are made of. */

import type { ZoneTable } from '../../surveys/authority/territory.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { ReferenceTables } from '../design/reference-tables.ts'
import type { Table } from './table.ts'

export type Study = {
  questionnaire: Questionnaire
  table: Table
  /** The answers were given while the questionnaire was on trial. */
  trial: boolean
  /** ISO days of the first and the last response; null = no response. */
  period: { from: string; to: string } | null
  zones: ZoneTable
  /** What the authority has entered; absent = nothing. */
  reference?: ReferenceTables
}
