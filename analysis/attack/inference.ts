/** Groups in which all gave the same sensitive answer: may anybody be sure of it? */

import { rules } from '../disclosure/rules.ts'
import { fitOf, impossible } from './evidence.ts'
import { type Asked, baseOf } from './explorer.ts'
import type { Mechanism } from './mechanism.ts'
import { sizeOf, sizeOfBoth } from './people.ts'
import { baseChanges, leastCount, mostCount, rangeOf } from './range.ts'

export type InferenceTally = { groups: number; exact: number }

export function attackInference(asked: readonly Asked[], mechanism: Mechanism, tally: InferenceTally): void {
  for (const question of asked) {
    const { path, isPanel, sensitive, truth } = question
    if (isPanel || !sensitive) continue
    for (const crossing of question.crossings) {
      const { answers, shares, bases } = crossing
      for (const [column, base] of bases.entries()) {
        const among = baseOf(question, crossing, column)
        if (sizeOf(among) < rules.leastFigure) continue
        for (const [line, { value }] of answers.entries()) {
          if (sizeOfBoth(truth(path).in(value), among) < sizeOf(among)) continue
          tally.groups += 1
          tally.exact += Number(isGivenAway(shares[column]![line] ?? null, base, mechanism))
        }
      }
    }
  }
}

/** The only worlds that fit what is printed are those where everybody gave the answer. */
function isGivenAway(share: number | string | null, base: number | null, mechanism: Mechanism): boolean {
  const range = rangeOf(share, base, mechanism)
  if (range === null || base === null) return false
  for (const change of baseChanges) {
    const printed = base + change
    for (let people = Math.max(1, printed - 10); people <= printed + 10; people++) {
      if (fitOf(mechanism, 'sensitive', people, printed, printed) <= impossible) continue
      const [least, most] = [leastCount(range, printed), mostCount(range, printed)]
      if (fitOf(mechanism, 'sensitive', people - 1, least, most) > impossible) return false
    }
  }
  return true
}
