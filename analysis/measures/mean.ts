/** Mean of a number, in the unit the indicator says. */

import type { Design } from '../design/design.ts'
import { othersThan } from '../disclosure/shares-table.ts'
import type { FigureTable } from '../disclosure/table.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { mean } from '../estimates/mean.ts'
import { largestPart } from './dominance.ts'
import { ending } from './frames.ts'
import { hitsOf, maskOf, tally } from './local/population.ts'
import type { Breakdown, Layout, Measure, Measured, Subject } from './measure.ts'
import { baseKey, leftNote, tableId, titleBy } from './tables.ts'

/** @throws RangeError when the field is not a number */
export function computeMean(subject: Subject, unit: Estimate['unit'] = 'score'): Measured {
  const { column, table, indicator } = subject
  if (column.kind !== 'number') throw new RangeError(`mean needs a number: ${indicator.field}`)
  const answered = hitsOf(column, table.rows, () => true)
  const tables = [null, ...subject.breakdowns].map((breakdown) => meanTable(subject, breakdown, answered, unit))
  return {
    tables,
    headline: { table: tableId(subject, null), key: baseKey(subject) },
    rivals: [],
    layouts: [null, ...subject.breakdowns].map((breakdown) => meanLayout(subject, breakdown)),
    week: null,
    silent: true,
  }
}

function meanTable(
  subject: Subject,
  breakdown: Breakdown | null,
  answered: Float64Array,
  unit: Estimate['unit'],
): FigureTable {
  const { design, indicator, field } = subject
  const numbers = (subject.column as { numbers: Float64Array }).numbers
  const groups = breakdown?.choices.map((choice) => ({ [breakdown.path]: choice.value })) ?? []
  const whole = baseKey(subject)
  const total = tally(answered, null).base
  const figures = (breakdown ? groups : [{}]).map((where: Record<string, string>) => {
    const mask = maskOf(where, subject.breakdowns)
    return {
      key: baseKey(subject, where),
      dims: where,
      count: tally(answered, mask).base,
      base: null,
      shape: 'mean' as const,
      estimate: mean(numbers, design, unit, mask),
      under: (other: Design) => mean(numbers, other, unit, mask),
      largest: largestPart(numbers, mask),
    }
  })
  const unknown = total - figures.reduce((sum, figure) => sum + figure.count, 0)
  const rest =
    breakdown && unknown > 0
      ? [
          {
            key: baseKey(subject, { [breakdown.path]: othersThan(breakdown.choices.map((choice) => choice.value)) }),
            count: unknown,
            base: null,
          },
        ]
      : []
  return {
    id: tableId(subject, breakdown),
    title: indicator.title,
    sensitive: field.sensitivity === 'sensitive',
    weighted: design.weights.some((weight) => weight !== 1),
    crossing: breakdown ? 1 : 0,
    figures,
    cells: breakdown ? [{ key: whole, count: total, base: null }, ...rest] : [],
    sums: breakdown ? [{ total: whole, parts: [...figures, ...rest].map(({ key }) => key) }] : [],
  }
}

function meanLayout(subject: Subject, breakdown: Breakdown | null): Layout {
  const rows = breakdown
    ? breakdown.choices.map(({ value, text }) => ({ label: text, key: baseKey(subject, { [breakdown.path]: value }) }))
    : [{ label: 'Ensemble', key: baseKey(subject) }]
  return {
    table: tableId(subject, breakdown),
    title: breakdown ? titleBy(breakdown) : subject.indicator.title,
    rowTitle: breakdown?.title ?? '',
    columns: [
      { title: 'Moyenne', kind: 'estimate' },
      { title: 'Base', kind: 'base' },
    ],
    rows: rows.map(({ label, key }) => ({ label, keys: [key, key] })),
    drawn: true,
    notes: breakdown ? leftNote(breakdown) : [],
  }
}

export const meanMeasure = {
  name: 'mean',
  title: 'Moyenne',
  help: 'La moyenne d’un nombre ou d’une note.',
  kinds: ['number', 'rating'],
  needsWanted: false,
  beside: [],
  sentence: `La moyenne est de {value}${ending}`,
  easy: 'answers',
  compute: (subject) => computeMean(subject),
} as const satisfies Measure
