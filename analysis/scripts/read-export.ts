/** A CSV export as a danfojs frame of full columns. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { DataFrame } from 'danfojs-node'
import { CommandError } from './command.ts'

export function readExport(file: string): DataFrame {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new CommandError(`Le fichier ${file} ne peut pas être lu. Faites-le avec « npm run export ».`, {
      cause: error,
    })
  }
  const [names = [], ...rows] = parse(text, { bom: true, delimiter: ';' }) as string[][]
  return new DataFrame(Object.fromEntries(names.map((name, at) => [name, rows.map((row) => row[at] ?? '')])))
}
