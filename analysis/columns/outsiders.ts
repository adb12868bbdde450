/** Responses from outside the territory: read and counted apart, in no headline and in no weighted sample. */
import { outsideZone } from '../../surveys/authority/territory.ts'
import type { Table } from './table.ts'

/** 1 for each response from outside the territory; null = nobody is. */
export function outsidersOf({ columns, rows }: Table): Uint8Array | null {
  const zone = columns.get('zone')
  if (zone?.kind !== 'choice') return null
  const code = zone.values.indexOf(outsideZone)
  if (code < 0) return null
  const outside = new Uint8Array(rows)
  let many = 0
  for (let row = 0; row < rows; row++)
    if (zone.codes[row] === code) {
      outside[row] = 1
      many += 1
    }
  return many === 0 ? null : outside
}

const ownRows = new WeakMap<Table, Uint8Array | null>()

/** The same for each row of a table of the responses: its own, or the one of its family. */
export function outsidersOn(table: Table, responses: Table): Uint8Array | null {
  const before = ownRows.get(table)
  if (before !== undefined) return before
  const outside = outsidersOf(responses)
  const own = outside && Uint8Array.from(table.responseOf, (response) => outside[response]!)
  ownRows.set(table, own)
  return own
}
