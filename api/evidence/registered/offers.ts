/** Series offered ready to be accepted, summed from a table that the authority's folder holds; none without that table. */
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { firstFolder } from '../../../surveys/authority/first.ts'
import { RegisteredFile } from '../../../surveys/authority/schema.ts'
import { communes } from '../../../surveys/authority/territory.ts'

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

/**
 * @returns one offer a series whose columns hold a figure for every commune of the territory: a sum with a gap would be wrong
 */
export async function offers(): Promise<Offer[]> {
  const described = await readFile(inFolder('registered.json'), 'utf8').catch(() => null)
  if (described === null) return []
  const { file, source, date, series } = RegisteredFile.parse(JSON.parse(described))
  const rows: Record<string, string>[] = parse(await readFile(inFolder(file)), {
    columns: true,
    skip_empty_lines: true,
  })
  return series.flatMap(({ columns, ...about }) => {
    const cells = Object.entries(columns).flatMap(([year, column]) => {
      const figures = communes().map(({ insee }) => rows.find((row) => row.insee === insee)?.[column])
      if (!figures.every((figure) => figure !== undefined && /^\d+$/.test(figure))) return []
      return [[year, String(figures.reduce((sum, figure) => sum + Number(figure), 0)), '', '', '']]
    })
    return cells.length === 0 ? [] : [{ ...about, source, date, link: '', cells }]
  })
}
