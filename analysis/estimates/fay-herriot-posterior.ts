/** The same model of small areas without choosing one variance between them: all are weighed by how likely they are. */
import { type Area, type FayHerriot, fitted, isEnough, product } from './fay-herriot.ts'
import { cholesky, type Matrix, times } from './matrix.ts'

const steps = 60

/**
 * Hierarchical Bayes of the Fay–Herriot model: with few areas the variance between them is hardly known, and an interval that
 * takes the likeliest one for true is too narrow.
 *
 * @param mostBetween standard deviation between areas that nothing exceeds, every one below being as credible: 0.5 for shares
 * @returns posterior mean and variance of each area, its mean weight, and the posterior mean of the variance between areas;
 * null and errors as `fayHerriot`
 * @source Rao & Molina (2015) ch. 10; uniform standard deviation: Gelman (2006), Bayesian Analysis 1; as R hbsae's fSAE.Area()
 * @example
 * const { areas } = fayHerriotPosterior([0.2, 0.3, 0.6].map((value) => ({ value, variance: 0.01, known: [1] })))
 * [areas[0].value, areas[0].own] // → [0.237, 0.776]
 */
export function fayHerriotPosterior(areas: readonly Area[], mostBetween = 0.5): FayHerriot | null {
  if (!isEnough(areas)) return null
  const points = Array.from({ length: steps }, (_, step) => pointAt(areas, mostBetween, (step + 0.5) / steps))
  const likeliest = Math.max(...points.map(({ likelihood }) => likelihood))
  const weights = points.map(({ likelihood }) => Math.exp(likelihood - likeliest))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point, at) => sum + weights[at]! * of(point), 0) / whole
  return {
    between: mean(({ between }) => between),
    slopes: areas[0]!.known.map((_, at) => mean(({ slopes }) => slopes[at]!)),
    areas: areas.map((_, at) => {
      const value = mean((point) => point.areas[at]!.value)
      const squares = mean((point) => point.areas[at]!.error + point.areas[at]!.value ** 2)
      return { value, error: squares - value ** 2, own: mean((point) => point.areas[at]!.own) }
    }),
  }
}

type Point = FayHerriot & { likelihood: number }

/** At one variance between areas; points lie closer together near 0, and weigh accordingly. */
function pointAt(areas: readonly Area[], mostBetween: number, place: number): Point {
  const between = (mostBetween * place ** 2) ** 2
  const { slopes, normal, inverse } = fitted(areas, between)
  let deviance = logDeterminant(normal)
  const own = areas.map(({ value, variance, known }) => {
    const line = product(known, slopes)
    const part = between / (between + variance)
    deviance += Math.log(between + variance) + (value - line) ** 2 / (between + variance)
    const error = part * variance + (1 - part) ** 2 * product(known, [...times(inverse, known)])
    return { value: line + part * (value - line), error, own: part }
  })
  return { between, slopes, areas: own, likelihood: Math.log(place) - deviance / 2 }
}

function logDeterminant(matrix: Matrix): number {
  const lower = cholesky(matrix)
  if (lower === null) return Number.POSITIVE_INFINITY
  return Array.from({ length: matrix.size }, (_, at) => 2 * Math.log(lower.cells[at * matrix.size + at]!)).reduce(
    (sum, one) => sum + one,
    0,
  )
}
