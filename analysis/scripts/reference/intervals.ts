/** Intervals of a share as R's svyciprop() computes them: only to compare with it. */
import { betaQuantile } from '../../distributions/beta.ts'
import { tQuantile } from '../../distributions/t.ts'
import { likelihoodInterval } from './likelihood-interval.ts'
import type { ShareParts } from './share-parts.ts'

const logit = (p: number) => Math.log(p / (1 - p))
const expit = (x: number) => 1 / (1 + Math.exp(-x))

export const shareIntervals: Record<string, (parts: ShareParts) => [number, number]> = {
  mean: ({ p, variance, df, level }) => around(p, Math.sqrt(variance), df, level, (x) => x),
  logit: ({ p, variance, df, level }) => around(logit(p), Math.sqrt(variance) / (p * (1 - p)), df, level, expit),
  xlogit: ({ p, variance, df, level }) => around(logit(p), Math.sqrt(variance) / (p * (1 - p)), df, level, expit),
  asin: ({ p, variance, df, level }) =>
    around(Math.asin(Math.sqrt(p)), Math.sqrt(variance / (p * (1 - p))) / 2, df, level, (x) => Math.sin(x) ** 2),
  beta({ p, variance, df, rows, level }) {
    const tail = (1 - level) / 2
    const n = ((p * (1 - p)) / variance) * (tQuantile(tail, rows - 1) / tQuantile(tail, df)) ** 2
    return [betaQuantile(tail, n * p, n * (1 - p) + 1), betaQuantile(1 - tail, n * p + 1, n * (1 - p))]
  },
  likelihood: likelihoodInterval,
}

function around(
  centre: number,
  error: number,
  df: number,
  level: number,
  back: (x: number) => number,
): [number, number] {
  const half = -tQuantile((1 - level) / 2, df) * error
  return [back(centre - half), back(centre + half)]
}
