/** The lines of an axis that crosses the others: which objectives carry each, as the staff see it. */
import { capitalised, levelHeading, levelSaid, levelWords } from '../../surveys/authority/levels.ts'
import type { Authority, PlanFile } from '../../surveys/authority/schema.ts'
import { choice, number, text } from '../tables/cell.ts'
import type { Row } from '../tables/row.ts'
import { once } from '../tables/rules.ts'
import { type AuthorityTable, column, optional, textOf } from './table.ts'

const proposed = 'proposé'
const carriers = () => `${levelHeading('objective', 2)} qui la portent`
const numbers = (cell: string) =>
  /^(\d{1,3}(\s*[;,]\s*\d{1,3})*)?$/.test(cell)
    ? { value: cell }
    : { wrong: `« ${cell} » : écrivez des numéros, par exemple « 3 ; 7 ».` }
const numbersIn = (row: Row, key: string): number[] =>
  [...textOf(row, key).matchAll(/\d+/g)].map(([digits]) => Number(digits))

export const transverseTable: AuthorityTable = {
  name: 'transverses',
  title: 'Lignes transverses',
  get help() {
    const [axis, objective] = [levelWords('axis'), levelWords('objective')]
    return `${capitalised(levelSaid('a', 'axis'))} qui traverse les autres reste sans ${levelWords('action').one} propre : ses lignes avancent avec des ${objective.several} des autres ${axis.several}. Dites avec quoi chacune avance ; retirez « proposé » quand c’est décidé. Aucune ligne = ${levelSaid('none', 'axis')} transverse.`
  },
  get columns() {
    return [
      column('number', 'N°', 'De la ligne', number({ min: 1, max: 200, whole: true })),
      column(
        'axis',
        levelHeading('axis'),
        `Le numéro ${levelSaid('ofThe', 'axis')} transverse`,
        number({ min: 1, max: 200, whole: true }),
      ),
      column('title', 'Ligne', 'Mot pour mot', text(400)),
      optional('orientations', levelHeading('orientation', 2), 'Leurs numéros, séparés par « ; »', numbers),
      optional('objectives', carriers(), 'Leurs numéros, séparés par « ; »', numbers),
      {
        ...optional('proposed', 'Lien', 'Vide = confirmé par les équipes', (cell) =>
          cell === '' ? { value: null } : choice([proposed])(cell),
        ),
        words: [proposed],
      },
    ]
  },
  rules: [once(['number'], 'N°')],
  example: () => ['1', '4', 'Renforcer les réseaux partenariaux', '9', '7 ; 18', proposed],
  cellsOf: ({ plan }) =>
    (plan.transverse ?? []).map((line) => [
      String(line.number),
      String(line.axis),
      line.title,
      line.orientations.join(' ; '),
      line.objectives.join(' ; '),
      line.proposed ? proposed : '',
    ]),
  rulesFor: ({ plan }) => [
    (rows) =>
      rows.flatMap((row, index) =>
        plan.axes.some((axis) => axis.number === row.axis)
          ? []
          : [
              {
                row: index,
                column: levelHeading('axis'),
                message: `Le plan n’a pas ${levelSaid('of', 'axis')} ${row.axis} : corrigez le numéro.`,
              },
            ],
      ),
    known('orientations', levelHeading('orientation', 2), plan.orientations, levelSaid('of', 'orientation')),
    known('objectives', carriers(), plan.objectives, levelSaid('of', 'objective')),
  ],
  with: transverseFrom,
}

const known = (key: string, label: string, there: readonly { number: number }[], name: string) => (rows: Row[]) =>
  rows.flatMap((row, index) => {
    const unknown = numbersIn(row, key).filter((each) => !there.some((one) => one.number === each))
    return unknown.length === 0
      ? []
      : [
          {
            row: index,
            column: label,
            message: `Le plan n’a pas ${name} ${unknown.join(', ')} : corrigez le numéro.`,
          },
        ]
  })

/** An axis that has lines is transverse; one that has none is so only if it was. */
function transverseFrom(before: Authority, rows: readonly Row[]): Authority {
  const transverse: NonNullable<PlanFile['transverse']> = rows.map((row) => ({
    number: Number(row.number),
    axis: Number(row.axis),
    title: textOf(row, 'title'),
    orientations: numbersIn(row, 'orientations'),
    objectives: numbersIn(row, 'objectives'),
    proposed: textOf(row, 'proposed') !== '',
  }))
  const had = new Set((before.plan.transverse ?? []).map(({ axis }) => axis))
  const has = new Set(transverse.map(({ axis }) => axis))
  const axes = before.plan.axes.map((axis) => ({
    ...axis,
    transverse: has.has(axis.number) || (axis.transverse && !had.has(axis.number)),
  }))
  const { transverse: _, ...plan } = before.plan
  const isNone = transverse.length === 0 && before.plan.transverse === undefined
  return { ...before, plan: isNone ? { ...plan, axes } : { ...plan, axes, transverse } }
}
