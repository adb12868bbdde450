/** Answers for the benchmarks: 10 questions of 5 answers, 5 groups, margins of 5 × 4 × 2 classes, made from a seed. */

import type { Classes } from '../../design/classes.ts'
import { designOf } from '../../design/design.ts'
import type { Margin } from '../../design/margin.ts'
import { rake } from '../../design/rake.ts'
import type { Weighting } from '../../design/weighting.ts'
import { randomOf } from '../simulate/random.ts'

export type Sample = { rows: number; questions: Int8Array[]; group: Int8Array; classes: Classes[]; margins: Margin[] }

const sizes = [5, 4, 2]

export function sampleOf(rows: number): Sample {
  const random = randomOf(rows)
  const draw = (size: number) => Int8Array.from({ length: rows }, () => Math.floor(random() ** 1.2 * size))
  const questions = Array.from({ length: 10 }, () => draw(5))
  const group = draw(5)
  const classes = sizes.map((size, v) => ({
    name: `m${v}`,
    categories: Array.from({ length: size }, (_, k) => String(k)),
    codes: Int32Array.from(draw(size)),
  }))
  const margins = sizes.map(
    (size, v): Margin => ({
      variable: `m${v}`,
      unit: 'households',
      date: '2026-01-01',
      source: 'banc d’essai',
      totals: Object.fromEntries(Array.from({ length: size }, (_, k) => [String(k), 1_000_000 / size])),
    }),
  )
  return { rows, questions, group, classes, margins }
}

export function rakedSample({ rows, classes, margins }: Sample): Weighting {
  return rake(designOf({ rows }), classes, margins, 'households')
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
