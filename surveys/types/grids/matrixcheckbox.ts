/** The same boxes to tick for several lines. */
import { exclusive, ticked, ticksProblem } from '../choices/checkbox.ts'
import { one } from '../rules.ts'
import type { TypeRow } from '../type.ts'
import { linesOf, matrix } from './matrix.ts'

export const matrixcheckbox: TypeRow = {
  ...matrix,
  written: { type: 'matrix', cellType: 'checkbox' },
  title: 'Tableau à cocher',
  help: 'Plusieurs réponses à chaque ligne.',
  noun: 'tableau à cocher',
  properties: { ...matrix.properties, cellType: one('checkbox') },
  unlisted: ['rows', 'cellType'],
  kind: 'choices',
  verify: linesOf((value, columns) => ticksProblem(value, columns)),
  seconds: 4,
  paper: 'ticks',
  invent: (_, offered, random) =>
    ticked(
      offered.filter((value) => !exclusive.has(value)),
      3,
      random,
    ),
}
