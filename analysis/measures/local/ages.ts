/** The two age bands that the law of holiday centres distinguishes. */
import type { Table } from '../../columns/table.ts'
import type { RatioRow } from '../../design/reference-tables.ts'

export type CentreAge = { value: 'moins_6' | 'plus_6'; text: RatioRow['age']; years: [number, number]; bands: string[] }

export const centreAges: readonly CentreAge[] = [
  { value: 'moins_6', text: 'moins de 6 ans', years: [3, 5], bands: ['3-5'] },
  { value: 'plus_6', text: '6 ans et plus', years: [6, 17], bands: ['6-10', '11-14', '15-17'] },
]
export const centreYears: [number, number] = [3, 17]

/** Index in `centreAges` of the child of a row; −1 = too young, too old, or age not given. */
export function centreAgeOf({ columns, path }: Table): (row: number) => number {
  const column = columns.get(`${path}.tranche_age`)
  if (column?.kind !== 'choice') throw new RangeError('places needs the year of birth of the children')
  const indexes = column.values.map((value) => centreAges.findIndex(({ bands }) => bands.includes(value)))
  return (row) => indexes[column.codes[row]!] ?? -1
}
