/** Rating: the mean of a scale, then how many chose each step. */

import { answersOf } from './answers.ts'
import { ending } from './frames.ts'
import { computeMean } from './mean.ts'
import type { Measure, Measured, Subject } from './measure.ts'
import { answersLayout, shareTables } from './tables.ts'

export function computeRating(subject: Subject): Measured {
  const summary = computeMean(subject, 'score')
  const steps = answersOf(subject)
  const [whole] = shareTables({ ...subject, breakdowns: [] }, steps, true)
  const id = `${whole!.id}/notes`
  const layout = { ...answersLayout(subject, steps), table: id, rowTitle: 'Note' }
  return {
    ...summary,
    tables: [...summary.tables, { ...whole!, id }],
    layouts: [...summary.layouts.slice(0, 1), layout, ...summary.layouts.slice(1)],
  }
}

export const ratingMeasure = {
  name: 'rating',
  title: 'Note moyenne',
  help: 'La note moyenne d’une échelle de notes, et combien ont donné chaque note.',
  kinds: ['rating'],
  needsWanted: false,
  beside: [],
  sentence: `La note moyenne est de {value}${ending}`,
  easy: 'answers',
  compute: computeRating,
} as const satisfies Measure
