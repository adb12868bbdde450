/** An outsider with a solver: knows what was published and the additions, nothing else. */

import { auditBounds } from '../../../analysis/disclosure/audit.ts'
import type { Published } from '../../../analysis/disclosure/published.ts'
import { addition, type Equation } from '../../../analysis/disclosure/system.ts'

export type Guess = { key: string; lo: number; hi: number }

/**
 * Bounds of every hidden count, from one or several publications. Counts that are not published enter as −1, so that a
 * leak of the truth into the attack would show.
 *
 * @param growing the attacker also supposes that answers were only added from one publication to the next
 */
export function attack(publications: readonly Published[], { growing = false } = {}): Guess[] {
  const keys: string[] = []
  const counts: (number | null)[] = []
  const equations: Equation[] = []
  const placeOf = new Map<string, number>()
  publications.forEach(({ knowledge }, index) => {
    for (const [key, count] of Object.entries(knowledge.counts)) {
      placeOf.set(`${index} ${key}`, keys.push(`${index} ${key}`) - 1)
      counts.push(count)
      const before = placeOf.get(`${index - 1} ${key}`)
      const now = placeOf.get(`${index} ${key}`)!
      if (growing && before !== undefined)
        equations.push({
          terms: [
            [now, 1],
            [before, -1],
          ],
          low: 0,
          high: Number.POSITIVE_INFINITY,
        })
    }
    for (const { total, parts } of knowledge.sums) {
      const at = (key: string) => placeOf.get(`${index} ${key}`)!
      equations.push(addition(at(total), parts.map(at)))
    }
  })
  const system = { keys, counts: counts.map((count) => count ?? -1), equations }
  return auditBounds(
    system,
    counts.map((count) => count === null),
  ).map(({ cell, lo, hi }) => ({ key: keys[cell]!, lo, hi }))
}

/** Keys of the counts behind hidden figures. */
export const hiddenKeys = ({ tables }: Published): string[] =>
  tables.flatMap(({ figures }) => figures.filter(({ secret }) => secret).map(({ key }) => key))
