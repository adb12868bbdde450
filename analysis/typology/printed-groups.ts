/** Groups of rows of which figures are printed: by the explorer, and by typologies. */
import type { Study } from '../columns/study.ts'
import { type Axis, listAxis, questionAxis } from '../explore/axis.ts'
import { questionsOf } from '../explore/questions.ts'
import type { Breakdown, Subject } from '../measures/measure.ts'
import type { Grouped } from './grouped.ts'

/** 1 for each row that is in it. */
type Group = Uint8Array

/** Groups printed before a typology: by the explorer, and by earlier typologies of the same people. */
export const printedBefore = (
  study: Study,
  { subjects, counting, inside }: Grouped,
  earlier: readonly Grouped[],
): Group[] =>
  groupsIn(
    inside,
    [...subjects[0]!.breakdowns, ...questionsOf(study).filter((one) => one.table === counting.table)],
    earlier.filter((one) => one.counting.table === counting.table),
  )

/**
 * Everybody first, then what the explorer crosses a question with, then earlier typologies.
 *
 * @param sides lists of groups and questions
 */
export const groupsIn = (
  inside: Group,
  sides: readonly (Breakdown | Subject)[],
  earlier: readonly Grouped[],
): Group[] => [
  inside,
  ...sides.flatMap((side) => categoriesOf('field' in side ? questionAxis(side) : listAxis(side), inside)),
  ...earlier.flatMap(groupsOf),
]

/** Everybody in a class, and the classes. */
const groupsOf = ({ classed, found }: Grouped): Group[] => [
  classed,
  ...Array.from({ length: found.count }, (_, own) => Uint8Array.from(found.codes, (code) => Number(code === own))),
]

/** As the explorer counts them: without whoever is from outside the territory. */
function categoriesOf({ categories, starts, codes }: Axis, inside: Group): Group[] {
  const rows = starts.length - 1
  const groups = categories.map(() => new Uint8Array(rows))
  for (let row = 0; row < rows; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) groups[codes[at]!]![row] = inside[row]!
  return groups
}
