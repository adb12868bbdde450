/** What the young of the demonstration are shown: places that do not exist, and ideas that nobody wrote. */

import { dayOf } from '../../../surveys/days.ts'
import { followAuthority, isFresh } from '../../authority/begin.ts'
import { changesOf } from '../../authority/changes.ts'
import { youngPlacesTable } from '../../authority/young-places-table.ts'
import type { AppContext } from '../../context.ts'
import type { DataContext } from '../../data-context.ts'
import { idOf } from '../../evidence/action-log/ids.ts'
import { youngIn } from '../../evidence/young/ideas.ts'
import { demoPerson, madeUpSource } from './made-up.ts'

const inventedPlaces = [
  ['parc_lanternes', 'Au parc des Lanternes (inventé)', 'At Lanternes park (made up)', 'في حديقة لانتيرن (خيالية)'],
  [
    'skatepark_grillons',
    'Au skatepark des Grillons (inventé)',
    'At Grillons skatepark (made up)',
    'في ساحة تزلج غريون (خيالية)',
  ],
  [
    'halle_cigognes',
    'Sous la halle aux Cigognes (inventée)',
    'At Cigognes market hall (made up)',
    'في سوق سيغوني (خيالي)',
  ],
  [
    'ponton_libellules',
    'Au ponton des Libellules (inventé)',
    'On Libellules jetty (made up)',
    'على رصيف ليبيلول (خيالي)',
  ],
] as const

/** Names places to the young as the staff would, before anything is opened: a version of the authority of that day. */
export async function nameYoungPlaces(context: AppContext, from: Date): Promise<void> {
  const { number, authority: before } = await context.authority.now()
  if (youngPlacesTable.cellsOf(before).length > 0 || !(await isFresh(context))) return
  const rows = inventedPlaces.map(([code, french, en, ar]) => ({ code, french, en, ar }))
  const next = youngPlacesTable.with(before, rows)
  await context.authority.save(number, {
    authority: next,
    date: dayOf(from.toISOString()),
    source: madeUpSource,
    changes: changesOf(before, next),
    savedAt: context.now().toISOString(),
    savedBy: demoPerson,
  })
  await followAuthority(context)
}

/** Some are on the wall, one waits to be read. */
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
