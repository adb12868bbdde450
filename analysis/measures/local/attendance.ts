/** Which part of the intentions becomes presence: as staff entered it with its source, or nothing. */
import type { AttendanceRow } from '../../design/reference-tables.ts'
import type { CentreAge } from './ages.ts'
import { type Intention, intentions, type PeriodKind } from './slots.ts'

const everywhere = ['toute l’année', 'année scolaire']

/** @returns fraction in [0, 1]; null = not entered for that period, age and intention */
export function presentPart(
  rows: readonly AttendanceRow[],
  { period }: PeriodKind,
  age: CentreAge,
  intention: Intention,
): number | null {
  const { text } = intentions.find(({ value }) => value === intention)!
  const own = rows.filter((row) => row.age === age.text && row.intention === text)
  const found = own.find((row) => row.period === period) ?? own.find((row) => everywhere.includes(row.period))
  return found?.present ?? null
}

/** « Comptage du centre de loisirs, 2025 »: every source named once. */
export const attendanceSources = (rows: readonly AttendanceRow[]): string[] => [
  ...new Set(rows.map(({ source }) => source)),
]
