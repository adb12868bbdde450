/** The quantile rules of R's svyquantile(): only to compare with it. */
import type { QuantileRule, WeightedSteps } from '../../estimates/quantile.ts'
import { inverseOfCumulative } from '../../estimates/quantile.ts'

/** Where p falls between two steps of the cumulated weights; equal to 1e-12. */
function place({ values, cumulative, total }: WeightedSteps, p: number) {
  let below = -1
  const wanted = p * total
  for (let at = 0; at < values.length && cumulative[at]! <= wanted * (1 + 1e-12); at++) below = at
  const at = Math.max(0, below)
  const next = Math.min(values.length - 1, at + 1)
  // R takes « below the first step » as a tie with it
  const exact = below < 0 || Math.abs(cumulative[at]! - wanted) <= 1e-12 * total
  const under = p - cumulative[at]! / total
  return { at, next, exact, under, over: cumulative[next]! / total - p, low: values[at]!, high: values[next]! }
}

/** Broken line through (share, value), flat outside. */
export function line(shares: number[], values: Float64Array, p: number): number {
  if (p <= shares[0]!) return values[0]!
  for (let at = 1; at < shares.length; at++)
    if (p <= shares[at]!) {
      const part = (p - shares[at - 1]!) / (shares[at]! - shares[at - 1]!)
      return values[at - 1]! + part * (values[at]! - values[at - 1]!)
    }
  return values.at(-1)!
}

const own = ({ cumulative }: WeightedSteps, at: number) => cumulative[at]! - (at > 0 ? cumulative[at - 1]! : 0)
const before = ({ cumulative }: WeightedSteps, at: number) => (at > 0 ? cumulative[at - 1]! : 0)

function smooth(share: (steps: WeightedSteps, at: number, last: number) => number): QuantileRule {
  return (steps, p) => {
    const last = steps.values.length - 1
    return line(
      Array.from(steps.values, (_, at) => share(steps, at, last)),
      steps.values,
      p,
    )
  }
}

const school: QuantileRule = (steps, p) => {
  const { exact, low, high } = place(steps, p)
  return exact ? (low + high) / 2 : high
}

export const quantileRules: Record<string, QuantileRule> = {
  math: inverseOfCumulative,
  school,
  hf1: inverseOfCumulative,
  hf2: school,
  hf3: (steps, p) => {
    const { exact, at, low, high } = place(steps, p)
    return exact && (at + 1) % 2 === 0 ? low : high
  },
  hf4: (steps, p) => {
    const { under, over, low, high } = place(steps, p)
    const part = under / (under + over)
    return low * (1 - part) + high * part
  },
  hf5: smooth((steps, at) => (steps.cumulative[at]! - own(steps, at) / 2) / steps.total),
  hf6: smooth((steps, at, last) => steps.cumulative[at]! / (steps.total + own(steps, last))),
  hf7: smooth((steps, at, last) => before(steps, at) / before(steps, last)),
  hf8: smooth(
    (steps, at, last) =>
      (before(steps, at) / 3 + (steps.cumulative[at]! * 2) / 3) / (steps.total + own(steps, last) / 3),
  ),
  hf9: smooth(
    (steps, at, last) =>
      ((before(steps, at) * 3) / 8 + (steps.cumulative[at]! * 5) / 8) / (steps.total + own(steps, last) / 4),
  ),
  // As R has it: cumulated weights of mean 1, less half the weight as given
  shahvaish: (steps, p) => {
    const { values, total } = steps
    const n = values.length
    const places = Array.from(values, (value, at) => ({
      value,
      share: ((steps.cumulative[at]! * n) / total + 0.5 - own(steps, at) / 2) / (n + 1),
    })).sort((a, b) => a.share - b.share)
    let found = places[0]!.value
    for (const { value, share } of places) if (share <= p * (1 + 1e-12)) found = value
    return found
  },
}
