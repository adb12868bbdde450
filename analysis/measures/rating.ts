/** Rating: the mean of a scale, then how many chose each step. */
import { answersOf } from './answers.ts'
import { meanMeasure } from './mean.ts'
import type { Measured, Subject } from './measure.ts'
import { answersLayout, shareTables } from './tables.ts'

export function ratingMeasure(subject: Subject): Measured {
  const summary = meanMeasure(subject, 'score')
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
