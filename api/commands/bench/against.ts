/** Compares a run of the benchmarks with the JSON of an earlier one. */
import type { Figure } from '../../../analysis/scripts/bench/benchmark.ts'

/** A figure this much worse than before is a fall. */
export const mostFall = 0.2
/** Ratios within one run, sizes and counts: what another machine, or a busy one, leaves as it is. Times and rates are not compared. */
const comparable: ReadonlySet<string> = new Set(['×', 'Mo', 'Ko', ''])

export type Fall = {
  benchmark: string
  figure: string
  before: number
  now: number
  /** How much worse, as a share of what it was: 0.25 when 4 became 3, or when 4 MB became 5. */
  fall: number
}

/**
 * The figures that are worse than before by more than a fifth.
 *
 * @param before what `npm run bench -- --json` printed; benchmarks and figures it does not have are passed over
 */
export function fallsSince(before: unknown, now: readonly { name: string; figures: readonly Figure[] }[]): Fall[] {
  return now.flatMap(({ name, figures }) =>
    figures.flatMap((figure) => {
      const earlier = numberAt(before, name, figure.name)
      if (earlier === null || earlier === 0 || !comparable.has(figure.unit)) return []
      const change = figure.value / earlier - 1
      const fall = isBetterSmall(figure) ? change : -change
      return fall > mostFall ? [{ benchmark: name, figure: figure.name, before: earlier, now: figure.value, fall }] : []
    }),
  )
}

const isBetterSmall = ({ unit, isBetterSmall: declared = unit !== '×' }: Figure) => declared

function numberAt(document: unknown, ...path: string[]): number | null {
  let at = document
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return null
    at = (at as Record<string, unknown>)[name]
  }
  return typeof at === 'number' ? at : null
}
