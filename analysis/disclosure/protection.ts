/** The whole protection: tables, their bases, then what the paths through the questionnaire still give away. */
import type { Assembled } from './assemble.ts'
import { auditPieces } from './audit.ts'
import { type Protection, protect } from './search/complementary.ts'
import { Memory } from './search/memory.ts'
import { unsafe } from './search/task.ts'
import { type Equation, piecesOf, type System } from './system.ts'

/**
 * Hidden counts such that nothing is known too closely: a hidden base takes its answers with it, and a figure is hidden where
 * it tells, by the paths, how few gave an answer to an earlier question. What is added is protected like the rest.
 */
export function protectWhole(assembled: Assembled): Protection {
  const { task, bases } = assembled
  const primary = [...task.primary]
  const exposed = new Set<number>()
  const memory = new Memory()
  let before: Parameters<typeof protect>[2]
  for (;;) {
    const found = protect({ ...task, primary }, undefined, before)
    before = { ...found, primary: [...primary] }
    const { hidden } = found
    for (const cell of found.exposed) exposed.add(cell)
    const orphans = bases.filter(([answer, base]) => hidden[base] && !hidden[answer] && !task.fixed[answer])
    const told = orphans.length > 0 ? [] : toldByPaths(assembled, hidden, exposed, memory)
    for (const [answer] of orphans) primary[answer] = true
    for (const cell of told) primary[cell] = true
    if (orphans.length + told.length === 0) return { hidden, exposed: [...exposed] }
  }
}

/** The attack with the paths, by the solver. @returns hidden counts it tells too closely */
export function attackByPaths(assembled: Assembled, hidden: readonly boolean[]): number[] {
  const ends = endsOf(assembled, hidden)
  const pieces = piecesOf(wholeOf(assembled), hidden).filter(({ cells }) => cells.some((cell) => ends.has(cell)))
  return auditPieces(pieces)
    .filter(({ cell, lo, hi }) => hi - lo < assembled.needByPaths[cell]!)
    .map(({ cell }) => cell)
}

/** Printed counts to hide so that the paths tell less; hidden ones that nothing can protect join `exposed`. */
function toldByPaths(assembled: Assembled, hidden: readonly boolean[], exposed: Set<number>, memory: Memory): number[] {
  const { needByPaths, paths } = assembled
  if (paths.length === 0) return []
  const ends = endsOf(assembled, hidden)
  const system = wholeOf(assembled)
  const tied = new Uint8Array(hidden.length)
  const pieces = piecesOf(system, hidden).filter(({ cells }) => cells.some((cell) => ends.has(cell)))
  for (const { cells } of pieces) for (const cell of cells) tied[cell] = exposed.has(cell) ? 0 : 1
  const only = Array.from(tied, (own) => own === 1)
  const open = unsafe({ system, need: needByPaths, memory }, hidden, { only })
  const chosen = new Set<number>()
  for (const { cell } of open) {
    const inside = new Set(pieces.find(({ cells }) => cells.includes(cell))!.cells)
    const next = nextFor(cell, inside, assembled, hidden)
    if (next === null) exposed.add(cell)
    else chosen.add(next)
  }
  return [...chosen]
}

const wholeOf = ({ task, paths }: Assembled): System => ({
  ...task.system,
  equations: [...task.system.equations, ...paths],
})

/** Hidden counts that a path ends at. */
const endsOf = ({ paths }: Assembled, hidden: readonly boolean[]): Set<number> =>
  new Set(paths.flatMap(({ terms }) => terms.map(([cell]) => cell)).filter((cell) => hidden[cell]))

/**
 * Of the paths that end at a count (else at one it is tied to), that which leaves least room: its cheapest figure, the largest
 * of them; without paths, the cheapest figure of an addition.
 */
function nextFor(
  cell: number,
  inside: ReadonlySet<number>,
  { task, paths, bases }: Assembled,
  hidden: readonly boolean[],
): number | null {
  const { system, fixed, price } = task
  const isBase = new Set(bases.map(([, base]) => base))
  // a base takes all its answers with it
  const cost = (one: number) => (isBase.has(one) ? 100 : 1) * price[one]!
  const openIn = ({ terms }: Equation) =>
    terms
      .map(([one]) => one)
      .filter((one) => !(hidden[one] || fixed[one]))
      .toSorted((a, b) => cost(a) - cost(b) || system.counts[b]! - system.counts[a]!)
  const roomIn = ({ terms, high }: Equation) =>
    high - terms.reduce((sum, [one, coefficient]) => sum + coefficient * system.counts[one]!, 0)
  const touching = (rows: readonly Equation[], cells: { has(one: number): boolean }) =>
    rows.filter(({ terms }) => terms.some(([one]) => cells.has(one)))
  const tight = (cells: { has(one: number): boolean }) =>
    touching(paths, cells).toSorted((a, b) => roomIn(a) - roomIn(b))
  for (const row of [...tight(new Set([cell])), ...tight(inside), ...touching(system.equations, inside)]) {
    const [next] = openIn(row)
    if (next !== undefined) return next
  }
  return null
}
