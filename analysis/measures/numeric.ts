/** A number: its median and quartiles, then its mean. The median is the headline: no single answer can move it far. */

import type { Figure, FigureTable } from '../disclosure/table.ts'
import { quantile } from '../estimates/quantile.ts'
import { ending } from './frames.ts'
import { hitsOf, tally } from './local/population.ts'
import { computeMean } from './mean.ts'
import type { Layout, Measure, Measured, Subject } from './measure.ts'
import { baseKey, tableId } from './tables.ts'

const quarters = [
  { p: 0.25, text: 'Un quart répond moins de' },
  { p: 0.5, text: 'La moitié répond moins de' },
  { p: 0.75, text: 'Les trois quarts répondent moins de' },
] as const

/** @throws RangeError when the field is not a number */
export function computeNumeric(subject: Subject): Measured {
  const summary = computeMean(subject, 'score')
  const { column, table, design, indicator, field } = subject
  if (column.kind !== 'number') throw new RangeError(`numeric needs a number: ${indicator.field}`)
  const base = tally(
    hitsOf(column, table.rows, () => true),
    null,
  ).base
  const tables = quarters.map(({ p }): FigureTable => {
    const figure: Figure = {
      key: baseKey(subject),
      dims: { quantile: String(p) },
      count: base,
      base: null,
      shape: 'quantile',
      quantile: p,
      estimate: quantile(column.numbers, p, design, 'score'),
      under: (other) => quantile(column.numbers, p, other, 'score'),
    }
    return {
      id: quarterId(subject, p),
      title: indicator.title,
      sensitive: field.sensitivity === 'sensitive',
      weighted: design.weights.some((weight) => weight !== 1),
      crossing: 0,
      figures: [figure],
      cells: [],
      sums: [],
    }
  })
  const layouts = quarters.map(
    ({ p, text }): Layout => ({
      table: quarterId(subject, p),
      title: text,
      rowTitle: '',
      columns: [
        { title: 'Valeur', kind: 'estimate' },
        { title: 'Base', kind: 'base' },
      ],
      rows: [{ label: text, keys: [baseKey(subject), baseKey(subject)] }],
      drawn: false,
      notes: [],
    }),
  )
  return {
    ...summary,
    tables: [...summary.tables, ...tables],
    headline: { table: quarterId(subject, 0.5), key: baseKey(subject) },
    layouts: [...layouts.slice(1, 2), ...layouts.slice(0, 1), ...layouts.slice(2), ...summary.layouts],
  }
}

const quarterId = (subject: Subject, p: number) => `${tableId(subject, null)}/q${p}`

export const numericMeasure = {
  name: 'numeric',
  title: 'Valeur du milieu',
  help: 'Pour un nombre : la moitié des personnes répond moins, l’autre moitié plus. Une réponse hors du commun ne la déplace pas.',
  kinds: ['number'],
  needsWanted: false,
  beside: [],
  sentence: `La moitié des personnes répondantes donne moins de {value}${ending}`,
  easy: 'answers',
  compute: computeNumeric,
} as const satisfies Measure
