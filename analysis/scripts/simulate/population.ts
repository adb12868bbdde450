/**
 * The population of the simulation: 3 margins (zone 5, quotient familial 4, family 2), a yes/no outcome that depends on
 * all three, and people who answer more or less readily by class.
 */
import type { Classes } from '../../design/classes.ts'
import type { Margin } from '../../design/margin.ts'

/** How unevenly people answer; `moderate` gives weights of Kish effect 1.2–1.4, `strong` 2.3–2.7. */
export type Unevenness = 'moderate' | 'strong'

const variables = [
  { name: 'zone', shares: [0.36, 0.24, 0.18, 0.12, 0.1], effects: [-0.4, 0, 0.3, 0.5, -0.2] },
  { name: 'qf', shares: [0.25, 0.28, 0.26, 0.21], effects: [0.5, 0.2, -0.2, -0.5] },
  { name: 'famille', shares: [0.8, 0.2], effects: [-0.1, 0.4] },
] as const

/** Readiness to answer of each class; a cell's is the product over the three variables. */
const readiness: Record<Unevenness, readonly (readonly number[])[]> = {
  moderate: [
    [1, 1.4, 0.8, 1.6, 1.2],
    [0.7, 0.9, 1.2, 1.5],
    [1.2, 0.7],
  ],
  strong: [
    [0.6, 1.4, 0.9, 2, 1.4],
    [0.35, 0.75, 1.3, 1.9],
    [1.35, 0.6],
  ],
}

const size = 100_000

export type Population = {
  cells: number
  /** Class of each cell, per variable. */
  classOf: Int32Array[]
  /** Chance that an answer comes from a cell at or before this one. */
  answering: Float64Array
  margins: Margin[]
  categories: string[][]
  /** Chance of a yes in each cell, for a share p of the whole population. */
  yes(p: number): Float64Array
}

export function populationOf(unevenness: Unevenness): Population {
  const cells = variables.reduce((product, { shares }) => product * shares.length, 1)
  const classOf = variables.map((_, v) => {
    const inner = variables.slice(v + 1).reduce((product, { shares }) => product * shares.length, 1)
    return Int32Array.from({ length: cells }, (_, cell) => Math.floor(cell / inner) % variables[v]!.shares.length)
  })
  // Zone and quotient are linked: poorer in the first zones.
  const parts = normalised(
    Float64Array.from({ length: cells }, (_, cell) => {
      const link = Math.exp(0.12 * (classOf[0]![cell]! - 2) * (classOf[1]![cell]! - 1.5))
      return variables.reduce((part, { shares }, v) => part * shares[classOf[v]![cell]!]!, link)
    }),
  )
  const answers = normalised(
    parts.map((part, cell) => readiness[unevenness].reduce((ready, of, v) => ready * of[classOf[v]![cell]!]!, part)),
  )
  let sum = 0
  const answering = answers.map((part) => {
    sum += part
    return sum
  })
  const categories = variables.map(({ shares }) => shares.map((_, k) => String(k)))
  const margins = variables.map(({ name }, v): Margin => {
    const totals: Record<string, number> = {}
    for (const category of categories[v]!) totals[category] = 0
    parts.forEach((part, cell) => {
      totals[String(classOf[v]![cell]!)]! += part * size
    })
    return { variable: name, unit: 'households', date: '2026-01-01', source: 'population simulée', totals }
  })
  const slopes = Float64Array.from({ length: cells }, (_, cell) =>
    variables.reduce((slope, { effects }, v) => slope + effects[classOf[v]![cell]!]!, 0),
  )
  const chances = (level: number) => slopes.map((slope) => 1 / (1 + Math.exp(-level - slope)))
  const yes = (p: number) => {
    let [low, high] = [-20, 20]
    for (let round = 0; round < 80; round++) {
      const middle = (low + high) / 2
      const share = chances(middle).reduce((all, chance, cell) => all + chance * parts[cell]!, 0)
      if (share > p) high = middle
      else low = middle
    }
    return chances(low)
  }
  return { cells, classOf, answering, margins, categories, yes }
}

/** The cells of n answers, drawn independently. */
export function drawCells({ answering, cells }: Population, n: number, random: () => number): Int32Array {
  return Int32Array.from({ length: n }, () => {
    const at = random()
    let cell = 0
    while (answering[cell]! <= at && cell < cells - 1) cell++
    return cell
  })
}

export function classesOfCells({ classOf, categories, margins }: Population, drawn: Int32Array): Classes[] {
  return classOf.map((of, v) => ({
    name: margins[v]!.variable,
    categories: categories[v]!,
    codes: drawn.map((cell) => of[cell]!),
  }))
}

function normalised(parts: Float64Array): Float64Array {
  const sum = parts.reduce((a, b) => a + b, 0)
  return parts.map((part) => part / sum)
}
