/** The communes of an EPCI, from the file of all France: asked for once, at first start. */
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { TerritoryFile } from '../../surveys/authority/schema.ts'

/** Printed beside any figure made with these communes. */
export const franceSource =
  '@etalab/decoupage-administratif 6.0.0 (COG 2026, populations légales INSEE) ; ménages 2021 et naissances 2022 : INSEE, base du comparateur de territoires ; Licence Ouverte'
export const franceVintage = '2026'
/** Years of its counts of households and of births. */
export const franceYears = { households: '2021', births: '2022' } as const
/** Day the INSEE gave these counts. */
export const franceDate = '2024-06-27'

export type Epci = { siren: string; name: string; communes: TerritoryFile['communes'] }

const columns = [
  'epci',
  'epci_name',
  'insee',
  'commune',
  'population',
  'municipal',
  'households_2021',
  'births_2022',
] as const
type Line = Record<(typeof columns)[number], string>

/** @param siren nine digits @returns null when no EPCI has it */
export async function epciOf(siren: string): Promise<Epci | null> {
  const packed = await readFile(new URL('../../authorities/france-communes.csv.gz', import.meta.url))
  const content = gunzipSync(packed).toString('utf8')
  const from = content.indexOf(`\n${siren},`)
  if (from < 0) return null
  // lines of one EPCI follow each other: the thirty thousand others are not read
  const last = content.lastIndexOf(`\n${siren},`) + 1
  const own = content.slice(from + 1, content.indexOf('\n', last))
  const lines: Line[] = parse(own, { columns: [...columns] })
  return {
    siren,
    name: lines[0]!.epci_name,
    communes: lines.map(({ insee, commune, population, municipal, households_2021: homes, births_2022: births }) => ({
      insee,
      name: commune,
      population: Number(population || municipal || 0),
      municipalPopulation: Number(municipal || population || 0),
      ...(homes === '' ? {} : { households: Number(homes) }),
      ...(births === '' ? {} : { births: Number(births) }),
    })),
  }
}
