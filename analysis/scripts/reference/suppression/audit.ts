/** The attack itself: how closely can each hidden count be guessed from everything that is published? */

import { Model } from './solver.ts'
import { addition, type Piece, piecesOf, type System } from './system.ts'

export type Bounds = { cell: number; lo: number; hi: number; lpLo: number; lpHi: number }

export type Knowledge = {
  /** Largest and smallest value known beforehand of some cells, e.g. because the mark says « less than 5 ». */
  between?: ReadonlyMap<number, readonly [lo: number, hi: number]>
}

/** Cells to bound; default: all that are hidden. */
export type Question = Knowledge & { only?: number }

/**
 * Smallest and largest value that each hidden count can take, given all the published ones.
 *
 * @param hidden one entry per cell; what the attacker knows on its own is entered as not hidden
 * @returns in the order of the cells: lo, hi over whole counts ≥ 0; lpLo, lpHi over real ones; Infinity when unbounded
 * @throws Error when the counts contradict the equations
 * @source HandbookSDC ch. 4; Fischetti & Salazar (2000), JASA 95:916, for the attacker’s two programs
 */
export const auditBounds = (system: System, hidden: readonly boolean[], question: Question = {}): Bounds[] =>
  auditPieces(piecesOf(system, hidden), question)

/** The same for some pieces of a system. */
export function auditPieces(pieces: readonly Piece[], { between, only }: Question = {}): Bounds[] {
  const bounds: Bounds[] = []
  for (const piece of pieces) {
    if (only !== undefined && !piece.cells.includes(only)) continue
    const size = piece.cells.length
    const lower = new Float64Array(size)
    const upper = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
    piece.cells.forEach((cell, position) => {
      const known = between?.get(cell)
      if (known) [lower[position], upper[position]] = known
    })
    bounds.push(...auditPiece(piece, lower, upper, only))
  }
  return bounds.sort((a, b) => a.cell - b.cell)
}

function auditPiece({ cells, equations }: Piece, lower: Float64Array, upper: Float64Array, only?: number): Bounds[] {
  const asked = [...cells.keys()].filter((at) => only === undefined || cells[at] === only)
  if (cells.length === 1) {
    const [lo, hi] = alone(equations, lower[0]!, upper[0]!)
    return asked.map((at) => ({ cell: cells[at]!, lo: Math.ceil(lo), hi: Math.floor(hi), lpLo: lo, lpHi: hi }))
  }
  const model = new Model(equations, lower, upper)
  try {
    return asked.map((at) => {
      const least = extreme(model, at, 1)
      const most = extreme(model, at, -1)
      return { cell: cells[at]!, lo: least.whole, hi: most.whole, lpLo: least.real, lpHi: most.real }
    })
  } finally {
    model.dispose()
  }
}

/** A count tied to no other hidden one: each equation is an interval. @throws Error when they leave nothing */
function alone(equations: Piece['equations'], lower: number, upper: number): [lo: number, hi: number] {
  let [lo, hi] = [lower, upper]
  for (const { terms, low, high } of equations) {
    const coefficient = terms.reduce((sum, [, one]) => sum + one, 0)
    const ends = [low / coefficient, high / coefficient].map(tidy)
    lo = Math.max(lo, Math.min(...ends))
    hi = Math.min(hi, Math.max(...ends))
  }
  if (lo > hi + 1e-6) throw new Error('the counts contradict the equations')
  return [lo, hi]
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6
const tidy = (value: number) => (isWhole(value) ? Math.round(value) + 0 : value) // + 0: no −0

function extreme(model: Model, at: number, direction: 1 | -1): { real: number; whole: number } {
  const real = model.minimise([[at, direction]])
  if (real === 'infeasible') throw new Error('the counts contradict the equations')
  if (real === 'unbounded') return { real: Number.POSITIVE_INFINITY, whole: Number.POSITIVE_INFINITY }
  const value = tidy(real.value * direction)
  if (real.point.every(isWhole)) return { real: value, whole: value }
  const whole = model.minimise([[at, direction]], true)
  if (typeof whole === 'string') throw new Error('no whole counts satisfy the equations')
  return { real: value, whole: tidy(Math.round(whole.value * direction)) }
}

/** A table as other programs describe it. */
export type AuditCase = {
  k: number
  cells: readonly { id: string; count: number; supp: boolean }[]
  constraints: readonly { total: string; parts: readonly string[] }[]
  attacker?: { knows: readonly string[]; labels_reveal_primary: boolean }
}

export function systemOfCase({ cells, constraints }: Pick<AuditCase, 'cells' | 'constraints'>): System {
  const place = new Map(cells.map(({ id }, index) => [id, index]))
  const at = (id: string) => place.get(id) ?? fail(`constraint on a cell that is not there: ${id}`)
  return {
    keys: cells.map(({ id }) => id),
    counts: cells.map(({ count }) => count),
    equations: constraints.map(({ total, parts }) => addition(at(total), parts.map(at))),
  }
}

const fail = (message: string): never => {
  throw new RangeError(message)
}

/**
 * Is this pattern of hidden cells safe? A cell is primary when 0 < count < k.
 *
 * @returns bounds of each cell that is hidden and not known to the attacker; safe: none recovered exactly, and every
 *   hidden primary cell known no closer than k (hi − lo ≥ k)
 * @source tests/reference, cases_suppression.json (values made with lpSolve)
 */
export function audit({ k, cells, constraints, attacker }: AuditCase) {
  const knows = new Set(attacker?.knows)
  const isPrimary = ({ count }: { count: number }) => count > 0 && count < k
  const between = new Map<number, readonly [number, number]>()
  if (attacker?.labels_reveal_primary)
    cells.forEach((cell, index) => {
      if (cell.supp && isPrimary(cell)) between.set(index, [1, k - 1])
      else if (cell.supp) between.set(index, [0, Number.POSITIVE_INFINITY])
    })
  const hidden = cells.map(({ id, supp }) => supp && !knows.has(id))
  const bounds = auditBounds(systemOfCase({ cells, constraints }), hidden, { between }).map(
    ({ cell, lo, hi, lpLo, lpHi }) => {
      const { id, count } = cells[cell]!
      return {
        id,
        count,
        lo,
        hi,
        lpLo,
        lpHi,
        primary: isPrimary(cells[cell]!),
        exact: lo === hi,
        protected: hi - lo >= k,
      }
    },
  )
  const exactlyRecovered = bounds.filter(({ exact }) => exact).map(({ id }) => id)
  const unprotectedPrimary = bounds.filter((bound) => bound.primary && !bound.protected).map(({ id }) => id)
  return {
    bounds,
    exactlyRecovered,
    unprotectedPrimary,
    safe: exactlyRecovered.length + unprotectedPrimary.length === 0,
  }
}
