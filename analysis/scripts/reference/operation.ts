import { normalQuantile } from '../../distributions/normal.ts'
import { tQuantile } from '../../distributions/t.ts'
import { type Differences, type Expected, listOf, numberOf } from './compare.ts'
import type { Weighted } from './weighting.ts'

export type Op = { op: string } & Record<string, unknown>
// biome-ignore lint/suspicious/noExplicitAny: results are R's, their shape depends on the operation
export type Result = any
export type Operation = {
  parts: readonly string[]
  run(op: Op, weighted: Weighted, result: Result, to: Differences): void
}

export const names = (value: unknown): string[] => (value === undefined ? [] : ([value].flat() as string[]))
export const levelOf = (op: Op) => (op.level as number | undefined) ?? 0.95

/** Value ± quantile × error, on the normal and on the t quantile. */
export function intervals(
  to: Differences,
  result: Result,
  all: readonly { value: number; error: number }[],
  level: number,
  df: number,
  tolerance: number,
) {
  for (const [part, quantile] of [
    ['ci_z', normalQuantile((1 + level) / 2)],
    ['ci_t', tQuantile((1 + level) / 2, df)],
  ] as const)
    all.forEach(({ value, error }, i) => {
      const scale = Math.max(Math.abs(value), error)
      const expected = result[part]?.[i] as [Expected, Expected] | undefined
      to.number(`${part}[${i}] low`, value - quantile * error, expected?.[0], { scale, tolerance })
      to.number(`${part}[${i}] high`, value + quantile * error, expected?.[1], { scale, tolerance })
    })
}

/** A standard error below 1e-8 of its estimate is 0: a category that the weighting has fixed. */
export const errorScale = (value: number, expected: Expected | undefined) =>
  Math.max(
    Math.abs(numberOf(expected)),
    Math.abs(numberOf(expected)) < 1e-7 * Math.max(1, Math.abs(value)) ? Math.max(1, Math.abs(value)) : 0,
  )

export function errors(
  to: Differences,
  what: string,
  all: readonly { value: number; error: number }[],
  expected: Expected[],
  tolerance: number,
) {
  if (!to.count(what, all.length, expected.length)) return
  all.forEach(({ value, error }, i) => {
    to.number(`${what}[${i}]`, error, expected[i], { tolerance, scale: errorScale(value, expected[i]) })
  })
}

export function covariances(
  to: Differences,
  at: (i: number, j: number) => number,
  expected: Result,
  all: readonly { value: number; error: number }[],
  tolerance: number,
  skipped: (i: number) => boolean = () => false,
) {
  const rows = listOf<Expected[]>(Array.isArray(expected) && !Array.isArray(expected[0]) ? [expected] : expected)
  if (!to.count('vcov', all.length, rows.length)) return
  const size = (i: number) => errorScale(all[i]!.value, all[i]!.error)
  for (let i = 0; i < all.length; i++)
    for (let j = 0; j < all.length; j++)
      if (!skipped(i) && !skipped(j))
        to.number(`vcov[${i}][${j}]`, at(i, j), listOf(rows[i])[j], {
          tolerance: 2 * tolerance,
          scale: size(i) * size(j),
        })
}

export const isNothing = (expected: Expected | undefined) => !(Math.abs(numberOf(expected)) > 1e-12)
