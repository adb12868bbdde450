/** A part of the authority that staff edit as a table: its columns, the lines it has now, and what lines make of it. */
import { type Level, levelRows } from '../../surveys/authority/levels.ts'
import type { Authority } from '../../surveys/authority/schema.ts'
import type { Column, Kind } from '../tables/kinds.ts'
import type { Row } from '../tables/row.ts'

export type AuthorityTable = Kind & {
  /** The part in force, as lines to edit. */
  cellsOf: (authority: Authority) => string[][]
  /** Rules that look at the rest of the authority. */
  rulesFor?: (authority: Authority) => Kind['rules']
  /** The authority with these lines in the place of that part. @param rows that the columns and the rules let through */
  with: (authority: Authority, rows: readonly Row[]) => Authority
}

export const column = (key: string, label: string, help: string, read: Column['read']): Column => ({
  key,
  label,
  help,
  read,
})
export const optional = (...given: Parameters<typeof column>): Column => ({ ...column(...given), optional: true })

/** A column that names a level in the plan's own words; a pasted table may keep the usual one. */
export const ofLevel = (level: Level, given: Column): Column => ({
  ...given,
  alike: levelRows.filter((row) => row.level === level).flatMap(({ one, several }) => [one, several]),
})

/** A cell as text, '' for nothing. */
export const textOf = (row: Row, key: string): string => String(row[key] ?? '')
