/** Rating: the mean of a scale, with how many chose each step. */

import type { Measure, Measured, Subject } from '../measure.ts'
import { ending } from '../sentences.ts'
import { computeMean } from './mean.ts'

/** @throws RangeError when the field is not a rating */
export function computeRating(subject: Subject): Measured {
  const summary = computeMean(subject)
  const layouts = summary.layouts.map((layout, at) => (at === 0 ? { ...layout, rowTitle: 'Note' } : layout))
  return { ...summary, layouts }
}

export const ratingMeasure = {
  name: 'rating',
  title: 'Note moyenne',
  help: 'La note moyenne d’une échelle de notes, et combien ont donné chaque note.',
  kinds: ['rating'],
  needsWanted: false,
  beside: [],
  number: 'mean',
  sentence: `La note moyenne est de {value}${ending}`,
  easy: 'answers',
  compute: computeRating,
} as const satisfies Measure
