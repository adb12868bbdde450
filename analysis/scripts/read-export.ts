/** A CSV export as a danfojs frame of full columns. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { DataFrame } from 'danfojs-node'
import { CommandError } from '../../cli/command.ts'

export function readExport(file: string): DataFrame {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new CommandError(`Le fichier ${file} ne peut pas être lu. Faites-le avec « npm run export ».`, {
      cause: error,
    })
  }
  const [names = [], ...rows] = parsed(text, file)
  // a table of one's own has none, and nothing to count its rows by
  if (!names.includes('id'))
    throw new CommandError(
      `Le fichier ${file} n’a pas de colonne «\u202fid\u202f»\u202f: ce n’est pas un export de réponses. Faites-en un avec «\u202fnpm run export\u202f».`,
    )
  return new DataFrame(Object.fromEntries(names.map((name, at) => [name, rows.map((row) => row[at] ?? '')])))
}

/** @throws CommandError when it is no table */
function parsed(text: string, file: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter: ';' })
  } catch (error) {
    throw new CommandError(
      `Le fichier ${file} n’est pas un export en CSV (colonnes séparées par des points-virgules). Faites-en un avec « npm run export ».`,
      { cause: error },
    )
  }
}

/** How many rows give each value of a column, most first. danfojs's own `valueCounts` takes « 5-10 » for 5. */
export function countsOf(frame: DataFrame, column: string): [value: string, count: number][] {
  const grouped = frame.groupby([column]).col(['id']).count()
  const counts = (grouped.values as [unknown, number][]).map(([value, count]): [string, number] => [
    String(value),
    count,
  ])
  return counts.toSorted(([, a], [, b]) => b - a)
}
