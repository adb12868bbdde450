/** From a case's weighting steps to a weighted design. */
import { type Design, withWeights } from '../../design.ts'
import { calibrate, columnsOfMargins } from '../../weighting/calibrate.ts'
import type { Classes } from '../../weighting/classes.ts'
import type { Distance } from '../../weighting/distance.ts'
import { postStratify } from '../../weighting/post-stratify.ts'
import { rake, targetsOf } from '../../weighting/rake.ts'
import { Refusal } from '../../weighting/refusal.ts'
import { trim } from '../../weighting/trim.ts'
import { largestGap, type Target } from '../../weighting/weighting.ts'
import { categories, codes, type Data, isText, labels, numbers } from './file.ts'
import { rakeAsR } from './rake-as-r.ts'

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
  calfun?: string
  bounds?: [number, number]
  formula?: string
  totals?: Record<string, number>
  upper?: number
  lower?: number
  strict?: boolean
  name?: string
  value?: string
}

/**
 * A weighting the product refuses although R returned weights: the weights R gave, reconstructed, and the largest relative
 * gap they leave to what was asked.
 */
export type Missed = { refusal: Refusal; design: Design; gap: number }

export type Weighted = {
  data: Data
  design: Design
  calibrated: boolean
  missed: Missed | null
  /** Relative tolerance of the weights and of the standard errors that follow from the steps. */
  weightTolerance: number
  errorTolerance: number
}

const list = (names: string | string[] | undefined): string[] => (names === undefined ? [] : [names].flat())

/** Runs the steps in order. @throws Refusal when the product refuses and R did so too or cannot be shown to miss */
export function weigh(data: Data, design: Design, steps: readonly Step[], read: (name: string) => Data): Weighted {
  let state: Weighted = { data, design, calibrated: false, missed: null, weightTolerance: 1e-8, errorTolerance: 1e-8 }
  for (const step of steps) {
    const run = kinds[step.type]
    if (run === undefined) throw new RangeError(`unknown weighting: ${step.type}`)
    state = { ...state, ...run(state, step, read) }
  }
  return state
}

type Run = (state: Weighted, step: Step, read: (name: string) => Data) => Partial<Weighted>

const kinds: Record<string, Run> = {
  postStratify({ data, design }, step, read) {
    const classes = crossedClasses(data, list(step.vars))
    const totals = step.population_inline ?? countsOf(read(step.population ?? ''), list(step.vars))
    const { weighted } = postStratify(design, classes, totals, {
      minimumAnswers: 1,
      ignoreAbsent: step.partial ?? false,
    })
    return { design: weighted, calibrated: true }
  },

  rake({ data, design }, step, read) {
    const { variables, totals } = marginsOf(data, step, read)
    const all = design.weights.reduce((a, b) => a + b, 0)
    const epsilon = step.epsilon ?? 1
    const margins = totals.map((counts, at) => ({
      variable: variables[at]!.name,
      unit: 'persons' as const,
      date: '',
      source: '',
      totals: counts,
    }))
    const given = (targets: readonly Target[]) =>
      rakeAsR(design, targets, step.maxit ?? 10, epsilon < 1 ? epsilon * all : epsilon)
    try {
      const { weighted } = rake(design, variables, margins, 'persons', { minimumAnswers: 1, sweeps: 10 })
      const targets = targetsOf(design, variables, margins, 1)
      const early = given(targets)
      const apart = weighted.weights.reduce(
        (most, weight, row) => Math.max(most, Math.abs(early.weights[row]! / weight - 1) || 0),
        0,
      )
      // Where R stopped before the margins were met, compare with the weights of its stop.
      if (apart <= 1e-9) return { design: weighted, calibrated: true }
      return { design: early, calibrated: true, errorTolerance: 1e-5 }
    } catch (error) {
      if (!(error instanceof Refusal) || !['margins-missed', 'margins-differ'].includes(error.code)) throw error
      const targets = targetsOf(design, variables, margins, 1)
      const missing = given(targets)
      const gap = gapOf(missing.weights, targets)
      if (!(gap > largestGap)) throw error
      return {
        design: missing,
        calibrated: true,
        missed: { refusal: error, design: missing, gap },
        errorTolerance: 1e-5,
      }
    }
  },

  calibrate({ data, design }, step, read) {
    const distance = (step.calfun ?? 'linear') as Distance
    if (!['linear', 'raking', 'logit'].includes(distance)) throw new RangeError(`unknown calfun: ${distance}`)
    const targets = step.formula ? [] : targetsFor(data, design, step, read)
    const { columns, totals } = step.formula
      ? columnsOfFormula(data, step.formula, step.totals ?? {})
      : columnsOfMargins(targets, data.rows)
    const { weighted } = calibrate(design, columns, totals, { distance, bounds: step.bounds, targets })
    // R stops its own iterations at epsilon (1e-7 by default); a linear calibration has none
    const given = distance === 'linear' && !step.bounds ? 0 : (step.epsilon ?? 1e-7)
    const tolerance = given > 1e-8 ? 10 * given : 1e-8
    return { design: weighted, calibrated: true, weightTolerance: tolerance, errorTolerance: tolerance }
  },

  trim({ design }, step) {
    const limits = { lower: step.lower, upper: step.upper }
    try {
      return { design: trim(design, limits, step.strict ?? false) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // With every weight outside, R cuts all of them and loses the total.
      const { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY } = limits
      const weights = cutUntilNothingIsLeft(design.weights, lower, upper)
      const sum = (all: Float64Array) => all.reduce((a, b) => a + b, 0)
      const gap = Math.abs(sum(weights) / sum(design.weights) - 1)
      if (!(gap > largestGap)) throw error
      return {
        design: withWeights(design, weights),
        missed: { refusal: error, design: withWeights(design, weights), gap },
      }
    }
  },

  addConstant({ data }, step) {
    const columns = new Map(data.columns).set(step.name ?? '', new Array(data.rows).fill(String(step.value)))
    return { data: { ...data, columns } }
  },
}

function cutUntilNothingIsLeft(weights: Float64Array, lower: number, upper: number): Float64Array {
  const cut = (all: Float64Array) => all.map((weight) => Math.min(upper, Math.max(lower, weight)))
  const touched = new Uint8Array(weights.length)
  let now = weights
  for (;;) {
    const next = cut(now)
    let excess = 0
    for (let row = 0; row < now.length; row++) {
      if (next[row] !== now[row]) touched[row] = 1
      excess += now[row]! - next[row]!
    }
    const inside = touched.filter((one) => one === 0).length
    if (inside === 0 || excess === 0) return next
    now = next.map((weight, row) => (touched[row] ? weight : weight + excess / inside))
  }
}

function classesOf(data: Data, name: string): Classes {
  const known = categories(data, name)
  return { name, categories: known, codes: codes(data, name, known) }
}

const joined = (parts: (string | null)[]) => (parts.includes(null) ? null : parts.join(' × '))

function crossedClasses(data: Data, names: string[]): Classes {
  if (names.length === 1) return classesOf(data, names[0]!)
  const rows = Array.from({ length: data.rows }, (_, row) => joined(names.map((name) => labels(data, name)[row]!)))
  const known = [...new Set(rows.filter((label) => label !== null))]
  const places = new Map(known.map((label, place) => [label, place]))
  return {
    name: names.join(' × '),
    categories: known,
    codes: Int32Array.from(rows, (label) => places.get(label!) ?? -1),
  }
}

function countsOf(table: Data, names: string[]): Record<string, number> {
  const frequencies = numbers(table, 'Freq')
  const counts: Record<string, number> = {}
  for (let row = 0; row < table.rows; row++)
    counts[joined(names.map((name) => labels(table, name)[row]!))!] = frequencies[row]!
  return counts
}

function marginsOf(data: Data, step: Step, read: (name: string) => Data) {
  const names = list(step.margins ?? step.vars)
  const variables = names.map((name) => classesOf(data, name))
  for (const { name, codes } of variables)
    if (codes.some((code) => code < 0)) throw new Refusal('class-missing', `« ${name} » n’est pas renseigné partout.`)
  const totals = names.map((name, at) => {
    const given = step.populations?.[at] ?? `margin_${name}.csv`
    return typeof given === 'string' ? countsOf(read(given), [name]) : given
  })
  return { variables, totals }
}

function targetsFor(data: Data, design: Design, step: Step, read: (name: string) => Data): Target[] {
  const { variables, totals } = marginsOf(data, step, read)
  return targetsOf(
    design,
    variables,
    totals.map((counts) => ({ totals: counts })),
    1,
  )
}

function gapOf(weights: Float64Array, targets: readonly Target[]): number {
  let gap = 0
  for (const { classes, population } of targets) {
    const sums = new Float64Array(population.length)
    for (let row = 0; row < weights.length; row++) sums[classes.codes[row]!]! += weights[row]!
    for (let k = 0; k < sums.length; k++)
      if (population[k]! > 0) gap = Math.max(gap, Math.abs(sums[k]! / population[k]! - 1))
  }
  return gap
}

/** `~a+b`: 1, numbers as they are, text as one column per category but the first, named variable+category. */
function columnsOfFormula(data: Data, formula: string, totals: Record<string, number>) {
  const terms = formula
    .replace(/^~/, '')
    .split('+')
    .map((term) => term.trim())
    .filter((term) => term !== '')
  const columns = new Map<string, Float64Array>()
  if (!terms.includes('0') && !formula.includes('-1')) columns.set('(Intercept)', new Float64Array(data.rows).fill(1))
  for (const term of terms) {
    if (term === '0' || term === '1') continue
    if (!data.columns.has(term)) throw new RangeError(`formula: no column ${term}`)
    if (!isText(data, term)) {
      columns.set(term, numbers(data, term))
      continue
    }
    const known = categories(data, term)
    const of = codes(data, term, known)
    known.forEach((category, k) => {
      if (k > 0 || !columns.has('(Intercept)'))
        columns.set(
          `${term}${category}`,
          Float64Array.from(of, (code) => (code < 0 ? Number.NaN : code === k ? 1 : 0)),
        )
    })
  }
  for (const [name, column] of columns)
    if (column.some(Number.isNaN))
      throw new Refusal('class-missing', `« ${name} » n’est pas renseigné pour au moins une réponse.`)
  const names = [...columns.keys()]
  if (names.some((name) => totals[name] === undefined) || Object.keys(totals).length !== names.length)
    throw new Refusal('class-unknown', 'Il faut un total, et un seul, pour chaque colonne du calage.')
  return { columns: [...columns.values()], totals: names.map((name) => totals[name]!) }
}
