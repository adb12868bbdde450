/** A census of communes: which responses are counted, and out of how many. */
import { communes } from '../../../surveys/authority/territory.ts'
import { isCensus } from '../../../surveys/questionnaire/audiences.ts'
import { namedPath } from '../../columns/derive.ts'
import { ordered } from '../../columns/ordered.ts'
import type { Study } from '../../columns/study.ts'
import type { Table } from '../../columns/table.ts'
import type { Census } from '../../disclosure/census.ts'

type Counted = { table: Table; census: Census }
const known = new WeakMap<Table, Counted | null>()

/** Rows of the communes that agreed to be named: the column names a commune once at most. @returns null where none is asked */
function namedRows({ columns, rows }: Table): Int32Array | null {
  const named = columns.get(namedPath)
  if (named?.kind !== 'choice') return null
  return Int32Array.from({ length: rows }, (_, row) => row).filter((row) => named.codes[row]! >= 0)
}

function countedOf({ questionnaire, table }: Pick<Study, 'questionnaire' | 'table'>): Counted | null {
  if (!isCensus(questionnaire.audience)) return null
  const before = known.get(table)
  if (before !== undefined) return before
  const rows = namedRows(table)
  const counted =
    rows === null
      ? null
      : { table: ordered(table, rows), census: { population: communes().length, answered: rows.length } }
  known.set(table, counted)
  if (counted) known.set(counted.table, counted)
  return counted
}

/** @returns null for a survey of persons, and where nobody is asked whether a commune may be named: the usual rules then hold */
export const censusOf = (study: Pick<Study, 'questionnaire' | 'table'>): Census | null =>
  countedOf(study)?.census ?? null

/** The study of those that agreed, where it is a census; a commune that did not is in none of its figures. */
export function censusStudy<Own extends Study>(study: Own): Own {
  const counted = countedOf(study)
  return counted ? { ...study, table: counted.table } : study
}

/** Names of the communes of each row, in the order of the rows. */
export function namesIn({ columns, rows }: Table): string[] {
  const named = columns.get(namedPath)
  if (named?.kind !== 'choice') return []
  const nameOf = new Map(communes().map(({ insee, name }) => [insee, name]))
  return Array.from({ length: rows }, (_, row) => nameOf.get(named.values[named.codes[row]!] ?? '') ?? '')
}
