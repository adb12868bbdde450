/** Multiple correspondence analysis: the few directions along which closed questions, taken together, oppose people. */
import { eigen } from '../estimates/matrix.ts'
import { type Burt, type CategoricalQuestion, placesOf } from './burt.ts'

export type Axis = {
  /** Inertia of the axis in the analysis of the indicator matrix. */
  inertia: number
  /** Benzécri's corrected inertia, 0 for an axis no longer than 1 / Q. */
  corrected: number
  /** Part of all the corrected inertia. */
  part: number
  /** By category: principal coordinate, part of the axis it makes (sum 1), and how well the axis shows it. */
  coordinates: Float64Array
  contributions: Float64Array
  cos2: Float64Array
  /** By category: what an answer adds to the coordinate of a row. */
  loadings: Float64Array
}

export type Correspondence = {
  questions: number
  shares: Float64Array
  /** K / Q − 1 when every row gave an answer that counts to every question. */
  totalInertia: number
  /** Longest first, those with inertia. */
  axes: Axis[]
}

/** Shorter axes are rounding. */
const least = 1e-9

/**
 * Multiple correspondence analysis of a Burt table, as the analysis of the indicator matrix gives it; answers that do not count
 * are passive (specific analysis).
 *
 * @param burt shares of rows, as `burtOf` makes them
 * @source Benzécri (1973), L’analyse des données; Benzécri (1979), Cahiers de l’analyse des données 4, for the corrected
 *   inertia (Q/(Q − 1))² (λ − 1/Q)²; Le Roux & Rouanet (2010) ch. 3 for passive answers
 * @example
 * const twice = { categories: 2, codes: [0, 0, 1, 1] }
 * correspondence(burtOf([twice, twice], [1, 1, 1, 1])).axes.map(({ inertia }) => inertia) // → [1]
 */
export function correspondence({ questions, shares, pairs }: Burt): Correspondence {
  const size = shares.length
  const cells = new Float64Array(size * size)
  for (let k = 0; k < size; k++)
    for (let l = 0; l < size; l++) {
      const scale = questions * Math.sqrt(shares[k]! * shares[l]!)
      cells[k * size + l] = scale > 0 ? (pairs[k * size + l]! - shares[k]! * shares[l]!) / scale : 0
    }
  let totalInertia = 0
  for (let k = 0; k < size; k++) totalInertia += cells[k * size + k]!
  const { values, vectors } = eigen({ size, cells })
  const long = values.map((inertia, at) => ({ inertia, vector: vectors[at]! })).filter(({ inertia }) => inertia > least)
  const corrected = long.map(({ inertia }) => correctedInertia(inertia, questions))
  const whole = corrected.reduce((sum, one) => sum + one, 0)
  const axes = long.map(({ inertia, vector }, at): Axis => {
    const coordinates = vector.map((part, k) =>
      shares[k]! > 0 ? part * Math.sqrt((inertia * questions) / shares[k]!) : 0,
    )
    return {
      inertia,
      corrected: corrected[at]!,
      part: whole > 0 ? corrected[at]! / whole : 0,
      coordinates,
      contributions: vector.map((part) => part * part),
      // squared distance of an answer to the centre: 1/f − 1
      cos2: coordinates.map((own, k) => (shares[k]! > 0 && shares[k]! < 1 ? own ** 2 / (1 / shares[k]! - 1) : 0)),
      loadings: vector.map((part, k) => (shares[k]! > 0 ? part / Math.sqrt(questions * shares[k]!) : 0)),
    }
  })
  return { questions, shares, totalInertia, axes }
}

/**
 * Benzécri's correction: questions crossed with themselves stretch every axis of the indicator matrix.
 *
 * @example
 * correctedInertia(0.5, 4) // → 0.111
 */
export function correctedInertia(inertia: number, questions: number): number {
  if (questions < 2 || inertia <= 1 / questions) return 0
  return ((questions / (questions - 1)) * (inertia - 1 / questions)) ** 2
}

/** Axes that bear most of the corrected inertia: as many as it takes for four fifths of it, five at most. */
export function retained({ axes }: Correspondence): Axis[] {
  const wanted = 0.8
  let sum = 0
  return axes
    .filter(({ corrected }) => corrected > 0)
    .slice(0, 5)
    .filter(({ part }) => {
      const isNeeded = sum < wanted
      sum += part
      return isNeeded
    })
}

/**
 * Coordinates of rows on axes: rows × axes, row after row.
 *
 * @param questions those of the analysis, of whatever rows
 */
export function rowCoordinates(
  { shares }: Pick<Correspondence, 'shares'>,
  axes: readonly Axis[],
  questions: readonly CategoricalQuestion[],
): Float64Array {
  const places = placesOf(questions)
  const rows = questions[0]?.codes.length ?? 0
  const centres = axes.map(({ loadings }) => loadings.reduce((sum, one, k) => sum + one * shares[k]!, 0))
  const coordinates = new Float64Array(rows * axes.length)
  for (let row = 0; row < rows; row++)
    for (let a = 0; a < axes.length; a++) {
      let sum = -centres[a]!
      for (let q = 0; q < questions.length; q++) {
        const code = questions[q]!.codes[row]!
        if (code >= 0) sum += axes[a]!.loadings[places[q]! + code]!
      }
      coordinates[row * axes.length + a] = sum
    }
  return coordinates
}
