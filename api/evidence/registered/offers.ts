/** Series offered ready to be accepted: sums over the communes of a table beside the plan, else of what the territory knows of them. */
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Series } from '../../../analysis/evidence/series.ts'
import { firstFolder } from '../../../surveys/authority/first.ts'
import { RegisteredFile } from '../../../surveys/authority/schema.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { franceDate, franceSource, franceYears } from '../../authority/france.ts'

export type Offer = Omit<Series, 'objectives' | 'values'> & { objectives: number[]; cells: string[][] }

const inFolder = (file: string) => new URL(`../../../authorities/${firstFolder}/${file}`, import.meta.url)

/** The communes of the territory in force; a sum with a gap would be wrong, so that each of them has to have its figure. */
const summed = (year: string, figureOf: (insee: string) => number | undefined): string[][] => {
  const figures = communes().map(({ insee }) => figureOf(insee))
  if (figures.length === 0 || figures.includes(undefined)) return []
  return [[year, String(figures.reduce<number>((sum, figure) => sum + figure!, 0)), '', '', '']]
}

/** @returns one offer a series that has a figure for every commune; none where nothing is known of them */
export async function offers(): Promise<Offer[]> {
  const own = await fromFolder()
  return (own.length > 0 ? own : fromTerritory()).filter(({ cells }) => cells.length > 0)
}

/** Figures by commune of one year, with where they come from and what they do not say. */
export type CommuneFigures = {
  source: string
  /** ISO day. */
  date: string
  limits: string
  year: string
  /** Undefined = not known of this commune. */
  figureOf: (insee: string) => number | undefined
}

/** @returns households of each commune in the newest year held; null when nothing is known of them */
export async function householdsByCommune(): Promise<CommuneFigures | null> {
  const own = await folderTable()
  const described = own?.series.find(({ unit }) => unit === 'ménages')
  const [year, column] = Object.entries(described?.columns ?? {}).at(-1) ?? []
  if (own && described && year !== undefined && column !== undefined) {
    const { source, date, figure } = own
    return { source, date, year, limits: described.limits, figureOf: (insee) => figure(insee, column) }
  }
  const known = new Map(communes().map(({ insee, households }) => [insee, households]))
  if ([...known.values()].every((households) => households === undefined)) return null
  const limits = 'Tous les ménages, pas seulement les familles avec enfants.'
  const figureOf = (insee: string) => known.get(insee)
  return { source: franceSource, date: franceDate, year: franceYears.households, limits, figureOf }
}

async function folderTable() {
  const described = await readFile(inFolder('registered.json'), 'utf8').catch(() => null)
  if (described === null) return null
  const { file, ...about } = RegisteredFile.parse(JSON.parse(described))
  const rows: Record<string, string>[] = parse(await readFile(inFolder(file)), {
    columns: true,
    skip_empty_lines: true,
  })
  const figure = (insee: string, column: string) => {
    const cell = rows.find((row) => row.insee === insee)?.[column]
    return cell !== undefined && /^\d+$/.test(cell) ? Number(cell) : undefined
  }
  return { ...about, figure }
}

async function fromFolder(): Promise<Offer[]> {
  const table = await folderTable()
  if (table === null) return []
  const { source, date, series, figure } = table
  return series
    .map(({ columns, ...about }) => ({
      ...about,
      source,
      date,
      link: '',
      cells: Object.entries(columns).flatMap(([year, column]) => summed(year, (insee) => figure(insee, column))),
    }))
    .filter(({ cells }) => cells.length > 0)
}

/** Of an authority made from the file of all France: which objectives they serve is for its staff to say. */
function fromTerritory(): Offer[] {
  const known = new Map(communes().map((commune) => [commune.insee, commune]))
  const shared = { source: franceSource, link: '', date: franceDate, objectives: [] }
  return [
    {
      ...shared,
      id: 'insee-menages',
      title: 'Ménages',
      unit: 'ménages',
      definition: 'Logements occupés à l’année, quel que soit le nombre de personnes qui y vivent, au recensement.',
      limits: 'Tous les ménages, pas seulement les familles avec enfants.',
      cells: summed(franceYears.households, (insee) => known.get(insee)?.households),
    },
    {
      ...shared,
      id: 'insee-naissances',
      title: 'Naissances',
      unit: 'naissances',
      definition: 'Enfants nés dans l’année, comptés dans la commune où vit leur mère.',
      limits: 'Une seule année est connue ici : elle ne dit pas si les naissances augmentent ou baissent.',
      cells: summed(franceYears.births, (insee) => known.get(insee)?.births),
    },
  ]
}
