/** Primary suppression: which counts describe too few people, or too much of somebody. */

import type { Policy } from './policy.ts'
import type { Figure, FigureTable, Sum } from './table.ts'

export type Count = {
  count: number
  /** Key of the group this is an answer of; null: a group of people. */
  base: string | null
  sensitive: boolean
  known: boolean
  /** Figures that are lost with it. */
  figures: number
  primary: boolean
}

export type Counts = { cells: Map<string, Count>; sums: Sum[] }

/**
 * Every count of some tables once, with the complements nobody asked for: who sees « 38 of 41 » sees the 3 others too.
 *
 * @throws RangeError when one key stands for two different counts
 */
export function countsOf(tables: readonly FigureTable[]): Counts {
  const cells = new Map<string, Count>()
  const add = (key: string, count: number, base: string | null, sensitive: boolean, known = false) => {
    const cell = cells.get(key) ?? { count, base, sensitive, known, figures: 0, primary: false }
    if (cell.count !== count)
      throw new RangeError(`countsOf needs one count for ${key}, not ${cell.count} and ${count}`)
    cell.sensitive ||= sensitive
    cell.known ||= known
    cells.set(key, cell)
    return cell
  }
  const sums = new Map<string, Sum>()
  const answersOf = new Map<string, Set<string>>()
  for (const table of tables) {
    for (const { key, count, base, known } of table.cells)
      add(key, count, base, table.sensitive && base !== null, known)
    for (const sum of table.sums) {
      sums.set(`${sum.total}:${sum.parts.toSorted().join()}`, sum)
      answersOf.set(sum.total, new Set([...(answersOf.get(sum.total) ?? []), ...sum.parts]))
    }
  }
  for (const table of tables)
    for (const { key, count, base } of table.figures) {
      add(key, count, base?.key ?? null, table.sensitive && base !== null).figures++
      if (base === null) continue
      add(base.key, base.count, null, false).figures++
      if (answersOf.get(base.key)?.has(key)) continue
      const others = `${key} (autres)`
      add(others, base.count - count, base.key, table.sensitive)
      sums.set(others, { total: base.key, parts: [key, others] })
    }
  return { cells, sums: [...sums.values()] }
}

/** Fewest people that a count may tell about, when it is not 0. */
export const leastOf = ({ base, sensitive }: Pick<Count, 'base' | 'sensitive'>, policy: Policy): number =>
  base === null ? policy.least : sensitive ? policy.leastSensitive : policy.leastAnswers

/** Marks the primary counts, in place. */
export function markPrimary({ cells, sums }: Counts, figures: readonly Figure[], policy: Policy): void {
  for (const cell of cells.values())
    if (!cell.known && cell.count > 0 && cell.count < leastOf(cell, policy)) cell.primary = true
  // nothing is said about the answers of a small group, not even its zeros
  for (const cell of cells.values()) if (cell.base !== null && cells.get(cell.base)?.primary) cell.primary = true
  // « all of them », « none of them »: one answer only tells what each person of the group said
  for (const { total, parts } of sums) {
    const answers = parts.map((key) => cells.get(key)!)
    if (!answers.every(({ base, sensitive }) => sensitive && base === total) || cells.get(total)!.count === 0) continue
    if (answers.filter(({ count }) => count > 0).length < 2) for (const answer of answers) answer.primary = true
  }
  for (const { key, largest = 0 } of figures) if (largest > policy.dominance) cells.get(key)!.primary = true
}
