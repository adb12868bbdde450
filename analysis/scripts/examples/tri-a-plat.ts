/**
 * Tri à plat : combien de fiches donnent chaque réponse à une question.
 *
 *   npm run export -- --questionnaire familles --out familles.csv --reason "préparer le comité"
 *   npm run analyse -- tri-a-plat familles.csv zone
 */
import { CommandError, print } from '../../../cli/command.ts'
import { countsOf, readExport } from '../read-export.ts'

export async function run([file, column]: string[]): Promise<void> {
  if (!file || !column) throw new CommandError('Usage : npm run analyse -- tri-a-plat FICHIER.csv COLONNE')
  const frame = readExport(file)
  if (!frame.columns.includes(column)) throw new CommandError(`Colonnes : ${frame.columns.join(', ')}`)
  const lines = countsOf(frame, column).map(([value, count]) => `${(value || '(vide)').padEnd(40)} ${count}`)
  print(`${lines.join('\n')}\n`)
}
