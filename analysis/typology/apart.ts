/**
 * Groups made of the answers, beside those that are printed already. A group that is nearly another one, less it, is a few people:
 * of them equal noise says « none gave this answer », a changed figure « one of them ».
 */
import type { Table } from '../columns/table.ts'
import { rules } from '../disclosure/rules.ts'

/** 1 for each row that is in it. */
type Group = Uint8Array

/**
 * The group whose figures may stand for `group`: itself when eleven people at least, or nobody, separate it from each printed
 * one; else the oldest printed one that is nearly it.
 *
 * @param asked 1 for each row that answered the question
 */
export function standingFor(
  { responseOf }: Pick<Table, 'responseOf'>,
  asked: Uint8Array,
  group: Group,
  printed: readonly Group[],
): Group {
  for (const [at, other] of printed.entries()) {
    const people = peopleApart(responseOf, asked, group, other)
    if (people > 0 && people < rules.leastDescribed)
      return standingFor({ responseOf }, asked, other, printed.slice(0, at))
  }
  return group
}

/** People in one of two groups only; eleven = as many, or more. Rows of one response follow each other. */
function peopleApart(responseOf: ArrayLike<number>, asked: Uint8Array, one: Group, other: Group): number {
  let people = 0
  let last = -1
  for (let row = 0; row < asked.length; row++) {
    if (asked[row] === 0 || one[row] === other[row] || responseOf[row] === last) continue
    last = responseOf[row]!
    people += 1
    if (people === rules.leastDescribed) break
  }
  return people
}
