/**
 * Would they recommend it, from 0 to 10: promoters (9, 10) less detractors (0 to 6), in points from −100 to 100.
 *
 * The balance is computed from the three published shares, so that it discloses nothing more than they do; it is published only when
 * both sides are.
 *
 * @source Reichheld (2003), Harvard Business Review 81
 */

import type { Estimate } from '../../estimates/estimate.ts'
import { estimateOf } from '../../findings/presentation.ts'
import { between, decimal } from '../../text/format.ts'
import { hitsOf } from '../local/population.ts'
import type { Measure, Measured, Subject } from '../measure.ts'
import { ending } from '../sentences.ts'
import { type Answer, answerKey, answersLayout, breakdownLayouts, shareTables, tableId } from '../tables.ts'

const groups = [
  { value: 'promoteurs', label: 'Recommandent (9 ou 10)', from: 9, to: 10 },
  { value: 'passifs', label: 'Ni l’un ni l’autre (7 ou 8)', from: 7, to: 8 },
  { value: 'detracteurs', label: 'Ne recommandent pas (0 à 6)', from: 0, to: 6 },
]

/** @throws RangeError when the field is not a scale that ends at 10 */
export function computeNps(subject: Subject): Measured {
  const { column, field, table } = subject
  if (column.kind !== 'number' || field.max !== 10) throw new RangeError(`nps needs a scale to 10: ${field.path}`)
  const answers = groups.map(
    ({ value, label, from, to }): Answer => ({
      value,
      label,
      hits: hitsOf(column, table.rows, (row) => column.numbers[row]! >= from && column.numbers[row]! <= to),
    }),
  )
  const id = tableId(subject, null)
  return {
    tables: shareTables(subject, answers),
    headline: { table: id, key: answerKey(subject, 'promoteurs') },
    rivals: [],
    layouts: [answersLayout(subject, answers), ...breakdownLayouts(subject, answers)],
    week: null,
    silent: true,
    consequences: (figures) => {
      const [up, down] = ['promoteurs', 'detracteurs'].map((value) =>
        estimateOf(figures(id, answerKey(subject, value))),
      )
      if (up?.value == null || down?.value == null) return { grids: [], sentences: [], limits: [] }
      const { value, low, high } = balanceOf(up, down)
      return {
        grids: [],
        sentences: [`Solde : ${decimal(value)} points (${between(decimal(low), decimal(high))}), de −100 à 100.`],
        limits: [],
      }
    },
  }
}

type Share = Pick<Estimate, 'value' | 'low' | 'high'>

/**
 * @param up, down shares of one base with their intervals, in [0, 1]
 * @returns points in [−100, 100], with a 95 % interval that is never a single point
 * @source Newcombe (1998), Statistics in Medicine 17, method 10: square-and-add, here with the correlation of a multinomial
 */
export function balanceOf(up: Share, down: Share): { value: number; low: number; high: number } {
  const value = up.value - down.value
  const spread = (1 - up.value) * (1 - down.value)
  const correlation = spread === 0 ? 0 : -Math.sqrt((up.value * down.value) / spread)
  const half = (own: number, other: number) => Math.sqrt(own ** 2 + other ** 2 - 2 * correlation * own * other)
  const points = (share: number) => 100 * Math.max(-1, Math.min(1, share))
  return {
    value: points(value),
    low: points(value - half(up.value - up.low, down.high - down.value)),
    high: points(value + half(up.high - up.value, down.value - down.low)),
  }
}

export const npsMeasure = {
  name: 'nps',
  title: 'Recommandation de 0 à 10',
  help: 'Ceux qui recommandent (9 et 10) moins ceux qui ne recommandent pas (0 à 6), sur une échelle qui va jusqu’à 10.',
  kinds: ['rating'],
  needsWanted: false,
  beside: [],
  sentence: `Le solde de recommandation est de {value}${ending}`,
  easy: 'answers',
  compute: computeNps,
} as const satisfies Measure
