/** Made-up ideas for the demonstration: nobody wrote them. Some are on the wall, one waits to be read. */

import type { DataContext } from '../../data-context.ts'
import { idOf } from '../../evidence/action-log/ids.ts'
import { youngIn } from '../../evidence/young/ideas.ts'

const onTheWall = [
  'un terrain de basket avec de la lumière le soir',
  'un bus le samedi soir pour rentrer du cinéma',
  'un endroit au chaud où on peut rester sans payer',
  'apprendre à réparer son vélo',
  'que les grands aident les petits pour les devoirs',
  'une fête des jeunes organisée par nous',
]
const unread = 'plus d’ombre près du skatepark'

/** Opens the wall of an empty store, once. */
export async function fillYoung(context: DataContext): Promise<void> {
  const young = youngIn(context)
  if ((await young.all()).length > 0) return
  await young.open(true, 'demo-jeunes')
  for (const text of [...onTheWall, unread]) await young.write(idOf(`idea ${text}`), `${text} (idée fictive)`)
  for (const text of onTheWall) await young.show(idOf(`idea ${text}`))
}
