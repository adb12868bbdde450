/** The four figures of DREES that the bands of the week compare with. */
import { bands, halfHoursIn, type WeekRow } from '../../../surveys/questionnaire/week.ts'
import type { FigureTable } from '../../disclosure/figure-table.ts'
import type { Figures } from '../../disclosure/published-figure.ts'
import { estimateOf } from '../../findings/presentation.ts'
import { percent } from '../../text/format.ts'
import { answersIn } from '../beside.ts'
import type { Consequences, Subject } from '../measure.ts'
import { separateKey, separateTable } from '../separate.ts'
import type { Answer } from '../tables.ts'
import { groupsOf, viewOf } from '../view.ts'
import { hitsOf } from './population.ts'

const evening = { id: 'soir', from: 38, to: 44, text: '' } as const
const within = (band: { from: number; to: number }) => (row: WeekRow) =>
  row.day <= 5 && (halfHoursIn as (row: WeekRow, band: { from: number; to: number }) => number)(row, band) > 0

/**
 * Children looked after by others than their parents, at least once in the week, whose parents work; 0 to 7½ years.
 * @source DREES, enquête « Modes de garde et d’accueil des jeunes enfants », 2002
 */
const landmarks = [
  { id: 'matin', text: 'De 6 h à 8 h, du lundi au vendredi', share: 0.29, test: within(bands[0]) },
  { id: 'soir', text: 'De 19 h à 22 h, du lundi au vendredi', share: 0.17, test: within(evening) },
  { id: 'nuit', text: 'La nuit, de 22 h à 6 h', share: 0.07, test: (row: WeekRow) => halfHoursIn(row, bands[4]) > 0 },
  { id: 'week-end', text: 'Le samedi ou le dimanche', share: 0.17, test: (row: WeekRow) => row.day > 5 },
]

const source = 'DREES, enquête « Modes de garde et d’accueil des jeunes enfants », 2002'

/** @returns null when the ages of the children are not asked */
export function dreesOf(
  subject: Subject,
): { table: FigureTable; consequences: (figures: Figures) => Consequences } | null {
  const { column, table } = subject
  if (column.kind !== 'week') return null
  const age = answersIn(subject, `${table.path}.tranche_age`)
  if (age === null) return null
  const groups = groupsOf(
    'age_drees',
    'Âge',
    [
      { value: 'moins_6', text: 'moins de 6 ans' },
      { value: 'plus_6', text: 'les autres' },
    ],
    table.rows,
    (row) => {
      const band = age(row)?.[0]
      return band === '0-2' || band === '3-5' ? 0 : 1
    },
  )
  const view = viewOf(subject, 'drees', { breakdowns: [groups] })
  const answers = landmarks.map(
    ({ id, text, test }): Answer => ({
      value: `drees:${id}`,
      label: text,
      hits: hitsOf(column, table.rows, (row) => column.weeks[row]!.some(test)),
    }),
  )
  const id = `${subject.slug}/${subject.indicator.id}/drees`
  const consequences = (figures: Figures): Consequences => {
    const cells = landmarks.map((one) =>
      estimateOf(figures(id, separateKey(view, `drees:${one.id}`, { age_drees: 'moins_6' }))),
    )
    if (cells.every(({ value }) => value === null)) return { grids: [], sentences: [], limits: [] }
    return {
      grids: [
        {
          title: 'Repère national, au moins une fois dans la semaine',
          base: 'Enfants de moins de 6 ans qui ont besoin d’un accueil, une semaine au moins sur deux',
          columns: ['Moment', 'Ici', 'France, 2002'],
          rows: landmarks.map(({ text, share }, at) => {
            const own = cells[at]!
            return {
              label: text,
              cells: [
                own.value === null ? { kind: 'none', why: own.why } : { kind: 'estimate', estimate: own },
                { kind: 'text', text: percent(share) },
              ],
            }
          }),
          notes: [
            `Source : ${source}. Enfants de moins de 7 ans et demi dont les parents travaillent et qui sont gardés par d’autres.`,
            'Ce ne sont ni les mêmes enfants, ni la même année, ni la même question (là-bas, être gardé ; ici, avoir besoin de l’être) : un repère, pas un écart.',
          ],
        },
      ],
      sentences: [],
      limits: [],
    }
  }
  return { table: separateTable(view, id, answers), consequences }
}
