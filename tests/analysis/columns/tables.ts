/** Reference tables in which the authority has entered nothing. */
import type { ReferenceTables } from '../../../analysis/design/reference-tables.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'

const none = { date: '', source: '', rows: [] }

export const noTables: ReferenceTables = {
  zones: provisionalZones(),
  frames: none,
  margins: none,
  supply: none,
  places: none,
  slices: none,
  prices: none,
  ratios: none,
  attendance: none,
  costs: none,
}
