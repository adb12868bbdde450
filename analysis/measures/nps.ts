/**
 * Would they recommend it, from 0 to 10: promoters (9, 10) less detractors (0 to 6), in points from −100 to 100.
 *
 * The balance is computed from the three published shares, so that it tells nothing more than they do; it is told only when
 * both sides are.
 *
 * @source Reichheld (2003), Harvard Business Review 81; variance of a difference of two shares of one multinomial
 */

import { normalQuantile } from '../distributions/normal.ts'
import { decimal } from '../format.ts'
import { estimateOf } from '../presentation.ts'
import { silenceNote } from './answers.ts'
import type { Measured, Subject } from './measure.ts'
import { hitsOf } from './population.ts'
import { type Answer, answerKey, answersLayout, breakdownLayouts, shareTables, tableId } from './tables.ts'

const groups = [
  { value: 'promoteurs', label: 'Recommandent (9 ou 10)', from: 9, to: 10 },
  { value: 'passifs', label: 'Ni l’un ni l’autre (7 ou 8)', from: 7, to: 8 },
  { value: 'detracteurs', label: 'Ne recommandent pas (0 à 6)', from: 0, to: 6 },
]

/** @throws RangeError when the field is not a scale that ends at 10 */
export function npsMeasure(subject: Subject): Measured {
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
    tables: shareTables(subject, answers, true),
    headline: { table: id, key: answerKey(subject, 'promoteurs') },
    rivals: [],
    layouts: [answersLayout(subject, answers, silenceNote(subject)), ...breakdownLayouts(subject, answers)],
    week: null,
    consequences: (figures) => {
      const [up, down] = ['promoteurs', 'detracteurs'].map((value) =>
        estimateOf(figures(id, answerKey(subject, value))),
      )
      if (up?.value == null || down?.value == null) return { grids: [], sentences: [], limits: [] }
      const { value, low, high } = balanceOf(up.value, down.value, up.effectiveBase)
      return {
        grids: [],
        sentences: [`Solde : ${decimal(value)} points (entre ${decimal(low)} et ${decimal(high)}), de −100 à 100.`],
        limits: [],
      }
    },
  }
}

/**
 * @param up, down shares in [0, 1] of one base
 * @returns points in [−100, 100], with a 95 % interval
 */
export function balanceOf(
  up: number,
  down: number,
  effectiveBase: number,
): { value: number; low: number; high: number } {
  const value = up - down
  const half = normalQuantile(0.975) * Math.sqrt(Math.max(0, up + down - value ** 2) / effectiveBase)
  const points = (share: number) => 100 * Math.max(-1, Math.min(1, share))
  return { value: points(value), low: points(value - half), high: points(value + half) }
}
