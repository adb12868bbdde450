/**
 * Croisement : combien de fiches pour chaque couple de réponses à deux questions, à lire avant de tester une hypothèse.
 *
 *   npm run analyse -- croisement familles.csv zone foyer
 */
import { CommandError, print } from '../../../cli/command.ts'
import { readExport } from '../read-export.ts'

export async function run([file, one, other]: string[]): Promise<void> {
  if (!file || !one || !other)
    throw new CommandError('Usage : npm run analyse -- croisement FICHIER.csv COLONNE COLONNE')
  const frame = readExport(file)
  for (const name of [one, other])
    if (!frame.columns.includes(name)) throw new CommandError(`Colonnes : ${frame.columns.join(', ')}`)
  const pairs = frame.groupby([one, other]).col(['id']).count()
  const rows = pairs.values as (string | number)[][]
  print(
    `${rows.map(([a, b, count]) => `${String(a || '(vide)').padEnd(24)} ${String(b || '(vide)').padEnd(32)} ${count}`).join('\n')}\n`,
  )
}
