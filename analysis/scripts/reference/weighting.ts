/** From a case's weighting steps to a weighted design. */

import { calibrate, columnsOfMargins } from '../../design/calibrate.ts'
import { type Design, withWeights } from '../../design/design.ts'
import type { Distance } from '../../design/distance.ts'
import { postStratify } from '../../design/post-stratify.ts'
import { rake, targetsOf } from '../../design/rake.ts'
import { Refusal } from '../../design/refusal.ts'
import { trim } from '../../design/trim.ts'
import { largestGap, type Target } from '../../design/weighting.ts'
import type { Data } from './file.ts'
import { columnsOfFormula, countsOf, crossedClasses, gapOf, list, marginsOf, targetsFor } from './population.ts'
import { rakeAsR } from './rake-as-r.ts'
import type { Step } from './step.ts'

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
