/** From the design and the weighting steps of a case to a weighted design. */
import type { Classes } from '../../design/classes.ts'
import { type Design, designOf } from '../../design/design.ts'
import { postStratify } from '../../design/post-stratify.ts'
import { rake, targetsOf } from '../../design/rake.ts'
import { Refusal } from '../../design/refusal.ts'
import { largestGap } from '../../design/weighting.ts'
import { type Expected, listOf, numberOf } from './compare.ts'
import { categories, codes, type Data, labels, numbers } from './file.ts'

/** The case asks for what the product does not compute. */
export class Skipped extends Error {}

export type DesignSpec = { [part: string]: unknown; rows?: number | number[] }
export type Step = {
  type: string
  vars?: string | string[]
  margins?: string | string[]
  population?: string
  population_inline?: Record<string, number>
  populations?: (string | Record<string, number>)[]
  partial?: boolean
  maxit?: number
  epsilon?: number
  name?: string
  value?: string
}

export type Weighted = {
  data: Data
  design: Design
  /** R's standard errors over the product's, which knows no end of the population. */
  finite: number
  /** Of weights: R stops raking while cells still move by so much. */
  tolerance: number
}

const known = new Set(['weights', 'ids', 'fpc', 'rows'])

/** @throws Skipped on a part of the spec that no design of the product has */
export function designFor(data: Data, spec: DesignSpec): Weighted {
  for (const key of Object.keys(spec)) if (!known.has(key)) throw new Skipped(`design: ${key}`)
  const { weights, ids, fpc } = spec as Partial<Record<string, string>>
  if (weights === undefined) throw new Skipped('design: weights of the population')
  const design = designOf({
    rows: data.rows,
    weights: numbers(data, weights),
    ...(ids === undefined ? {} : { psu: labels(data, ids).map((label) => label ?? 'NA') }),
  })
  const finite = fpc === undefined ? 1 : Math.sqrt(1 - design.psus / numbers(data, fpc)[0]!)
  return { data, design, finite, tolerance: 1e-8 }
}

const list = (names: string | string[] | undefined): string[] => (names === undefined ? [] : [names].flat())
const joined = (parts: (string | null)[]) => (parts.includes(null) ? null : parts.join(' × '))

function classesFor(data: Data, names: string[]): Classes {
  if (names.length === 1) {
    const known = categories(data, names[0]!)
    return { name: names[0]!, categories: known, codes: codes(data, names[0]!, known) }
  }
  const rows = Array.from({ length: data.rows }, (_, row) => joined(names.map((name) => labels(data, name)[row]!)))
  const known = [...new Set(rows.filter((label) => label !== null))]
  return { name: names.join(' × '), categories: known, codes: Int32Array.from(rows, (label) => known.indexOf(label!)) }
}

function countsOf(table: Data, names: string[]): Record<string, number> {
  const frequencies = numbers(table, 'Freq')
  return Object.fromEntries(
    Array.from(frequencies, (count, row) => [joined(names.map((name) => labels(table, name)[row]!)), count]),
  )
}

/** Runs the steps in order. @throws Refusal when the product refuses; Skipped for a step it does not have */
export function weigh(start: Weighted, steps: readonly Step[], read: (name: string) => Data): Weighted {
  let weighted = start
  for (const step of steps) weighted = next(weighted, step, read)
  return weighted
}

function next(state: Weighted, step: Step, read: (name: string) => Data): Weighted {
  const { data, design } = state
  if (step.type === 'addConstant') {
    const columns = new Map(data.columns).set(step.name ?? '', new Array(data.rows).fill(String(step.value)))
    return { ...state, data: { ...data, columns } }
  }
  if (step.type === 'postStratify' && !step.partial) {
    const names = list(step.vars)
    const totals = step.population_inline ?? countsOf(read(step.population ?? ''), names)
    const { weighted } = postStratify(design, classesFor(data, names), totals, { minimumAnswers: 1 })
    return { ...state, design: weighted }
  }
  if (!isRakedToTheEnd(step)) throw new Skipped(step.type)
  const { variables, margins } = marginsOf(data, step, read)
  const { weighted } = rake(design, variables, margins, 'persons', { minimumAnswers: 1, sweeps: 10 })
  return { ...state, design: weighted, tolerance: Math.max(state.tolerance, 100 * (step.epsilon ?? 1)) }
}

/** R may stop before the margins are met. */
const isRakedToTheEnd = ({ type, epsilon = 1, maxit = 10 }: Step) => type === 'rake' && epsilon < 1e-6 && maxit >= 50

function marginsOf(data: Data, step: Step, read: (name: string) => Data) {
  const names = list(step.margins)
  const margins = names.map((name, at) => {
    const given = step.populations?.[at] ?? `margin_${name}.csv`
    const totals = typeof given === 'string' ? countsOf(read(given), [name]) : given
    return { variable: name, unit: 'persons' as const, date: '', source: '', totals }
  })
  return { variables: names.map((name) => classesFor(data, [name])), margins }
}

/** Do the weights that R returned miss the margins that the product refused to miss? */
export function missesMargins(
  { data, design }: Weighted,
  step: Step,
  weights: Expected[],
  read: (name: string) => Data,
): boolean {
  const { variables, margins } = marginsOf(data, step, read)
  const given = listOf(weights).map(numberOf)
  return targetsOf(design, variables, margins, 1).some(({ classes, population }) => {
    const sums = new Float64Array(population.length)
    for (const [row, weight] of given.entries()) sums[classes.codes[row]!]! += weight
    return population.some((count, at) => count > 0 && Math.abs(sums[at]! / count - 1) > largestGap)
  })
}

export const isMissed = (error: unknown): error is Refusal =>
  error instanceof Refusal && (error.code === 'margins-missed' || error.code === 'margins-differ')
