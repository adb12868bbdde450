/** The territory in force: its communes, and the zones by which results are published. */
import { ofAuthority } from './in-force.ts'
import type { TerritoryFile } from './schema.ts'

export type Commune = TerritoryFile['communes'][number]

/** Where the communes come from, printed beside any figure made with them. */
export const communesSource = ofAuthority(({ territory }) => territory.source)

export const communes = ofAuthority(({ territory }): readonly Commune[] => territory.communes)

/** Value of the commune question for those who live in none of them. */
export const outside = 'hors'

/**
 * Which zone each commune is in, at a date. Staff replace it; answers still hold their commune, so none is lost.
 * `provisional` is true until the authority has decided (shown as « zonage provisoire »); `date` is the ISO day from
 * which it holds; `rows` hold every commune once, and `hors`.
 */
export type ZoneTable = TerritoryFile['zoning']

/** Zones by their code. */
export const zoneNames = ofAuthority(
  ({ territory }): Readonly<Record<string, string>> =>
    Object.fromEntries(territory.zones.map(({ value, title }) => [value, title])),
)

/** Which zone each commune is in until the staff decide. */
export const provisionalZones = ofAuthority(({ territory }): ZoneTable => territory.zoning)

/** Code of the zone of those who live in none of the communes, the same for every authority. */
export const outsideZone = 'hors-territoire'

/** Classes of communes by their people (INSEE, column `population`): many communes each, so that none can be told apart. */
export const communeSizes = [
  { value: 'moins-500', text: 'Communes de moins de 500 habitants', from: 0, to: 499 },
  { value: '500-plus', text: 'Communes de 500 habitants et plus', from: 500, to: Number.POSITIVE_INFINITY },
] as const

/** Place of a commune in `communeSizes`; negative = it is not of the territory. */
export function sizeOf(insee: string): number {
  const people = communes().find((commune) => commune.insee === insee)?.population
  return people === undefined ? -1 : communeSizes.findIndex(({ from, to }) => people >= from && people <= to)
}

/** Zone of a commune; null when the table does not place it (`refus`, blank, or a commune left out). */
export function zoneOf(insee: string, table: ZoneTable): string | null {
  return table.rows.find((row) => row.insee === insee)?.zone ?? null
}
