/** One questionnaire and its answers as columns: what findings are made of. */

import type { ZoneTable } from '../../surveys/authority/territory.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { ReferenceTables } from '../design/reference-tables.ts'
import type { EarlierClass } from '../disclosure/membership.ts'
import type { Publication } from '../disclosure/publication.ts'
import type { Table } from './table.ts'

export type AnsweredVersion = { questionnaire: Questionnaire; days: ReadonlySet<string> }

export type Study = {
  questionnaire: Questionnaire
  table: Table
  /** The answers were given while the questionnaire was on trial. */
  trial: boolean
  /** ISO days of the first and the last response; null = no response. */
  period: { from: string; to: string } | null
  zones: ZoneTable
  /** Every version that was answered, with the ISO days of its responses; absent = this one alone. */
  versions?: readonly AnsweredVersion[]
  /** What the authority has entered; absent = nothing. */
  reference?: ReferenceTables
  /** By closed list and response: the classes that the snapshot does not count it in yet, one bit each. */
  withheld?: ReadonlyMap<string, Uint16Array>
  /** By closed list: the classes that stay as an earlier snapshot counted them. */
  earlier?: ReadonlyMap<string, readonly EarlierClass[]>
  /** What the last publication published, for the classes of which somebody is gone. */
  lastPublished?: Pick<Publication, 'date' | 'published'>
}
