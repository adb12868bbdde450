/** Series offered ready to be accepted: sums over the communes of a table beside the plan, else of what the territory knows of them. */
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { firstFolder } from '../../../surveys/authority/first.ts'
import { RegisteredFile } from '../../../surveys/authority/schema.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { franceDate, franceSource, franceYears } from '../../authority/france.ts'

export type Offer = {
  id: string
  title: string
  definition: string
  unit: string
  source: string
  link: string
  date: string
  limits: string
  objectives: number[]
  cells: string[][]
}

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

async function fromFolder(): Promise<Offer[]> {
  const described = await readFile(inFolder('registered.json'), 'utf8').catch(() => null)
  if (described === null) return []
  const { file, source, date, series } = RegisteredFile.parse(JSON.parse(described))
  const rows: Record<string, string>[] = parse(await readFile(inFolder(file)), {
    columns: true,
    skip_empty_lines: true,
  })
  const figure = (insee: string, column: string) => {
    const cell = rows.find((row) => row.insee === insee)?.[column]
    return cell !== undefined && /^\d+$/.test(cell) ? Number(cell) : undefined
  }
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
