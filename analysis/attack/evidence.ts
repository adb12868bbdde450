/** How well a count fits what is printed of it: logarithms of chances, with a slope outside what is possible. */
import type { Topic } from '../disclosure/perturbation.ts'
import type { Crosstab } from './crosstab.ts'
import type { Mechanism } from './mechanism.ts'
import { baseChanges, leastCount, mostCount, type Range } from './range.ts'

/** Below, a count does not fit. */
export const impossible = -25

/** Chance that a count is printed between two others. */
export function fitOf(
  { atMost, largest }: Mechanism,
  topic: Topic,
  count: number,
  least: number,
  most: number,
): number {
  const chance = atMost(topic, count, most) - (least > 0 ? atMost(topic, count, least - 1) : 0)
  if (chance > 1e-9 && most >= least) return Math.log(chance)
  const away = largest(topic)
  return impossible - 2 * Math.max(1, least - away - count, count - most - away)
}

/** The first print of a cell. @param change of the printed base of the column, and of the line, to what they were before rounding */
export function firstFit(
  crosstab: Crosstab,
  mechanism: Mechanism,
  cell: number,
  count: number,
  columnChange: number,
  lineChange: number,
): number {
  const { prints, ofLine, width, lineBases, topic } = crosstab
  const column = cell % width
  const { cells, bases } = prints[0]!
  const range = cells[cell]
  const base = bases[column]
  const slack = slackOf(crosstab)
  // the base is followed to a unit
  let [least, most] =
    range && typeof base === 'number' ? countsIn(range, base + columnChange, slack) : [0, Number.POSITIVE_INFINITY]
  const back = ofLine?.[cell]
  const lineBase = lineBases[(cell - column) / width]
  let fit = 0
  if (back && typeof lineBase === 'number') {
    const [from, to] = countsIn(back, lineBase + lineChange, slack)
    if (mechanism.isFresh) fit += fitOf(mechanism, topic, count, from, to)
    else [least, most] = [Math.max(least, from), Math.min(most, to)]
  }
  if (least > 0 || most < Number.POSITIVE_INFINITY) fit += fitOf(mechanism, topic, count, least, most)
  return fit
}

/** The same people printed again: the base is any that rounds so, whatever the first was. */
export function againFit(crosstab: Crosstab, mechanism: Mechanism, cell: number, count: number): number {
  const { prints, width, topic } = crosstab
  const slack = slackOf(crosstab)
  let fit = 0
  for (let print = 1; print < prints.length; print++) {
    const { cells, bases } = prints[print]!
    const range = cells[cell]
    const base = bases[cell % width]
    if (!range || typeof base !== 'number') continue
    const [least] = countsIn(range, base + baseChanges[0], slack)
    const [, most] = countsIn(range, base + baseChanges.at(-1)!, slack)
    if (least > 0 || most < Number.POSITIVE_INFINITY) fit += fitOf(mechanism, topic, count, least, most)
  }
  return fit
}

/** The families behind children make their counts uneven. */
const slackOf = ({ isPanel }: Crosstab) => (isPanel ? 1 : 0)

const countsIn = (range: Range, people: number, slack: number): [number, number] => [
  Math.max(0, leastCount(range, people) - slack),
  mostCount(range, people) + slack,
]

/** How well a sum fits a printed base. */
export function baseFit(mechanism: Mechanism, topic: Topic, people: number, printed: number, isPanel: boolean): number {
  const wide = isPanel ? 6 : 0
  return fitOf(mechanism, topic, people, printed - wide, printed + wide)
}

/** How well a line fits its whole and what its other partitions add up to. */
export function totalFit(crosstab: Crosstab, mechanism: Mechanism, line: number, count: number): number {
  const total = crosstab.totals[line]
  if (!total) return 0
  // who left is counted in a column of an earlier day alone
  const people = Math.max(0, count - crosstab.gone)
  const [first, last] = [baseChanges[0], baseChanges.at(-1)!]
  const least = leastCount(total.range, total.base + first)
  const most = mostCount(total.range, total.base + last)
  const spread =
    total.variance === Number.POSITIVE_INFINITY ? 0 : (people - total.mean) ** 2 / (2 * (total.variance + 1))
  return fitOf(mechanism, crosstab.topic, people, least, most) - Math.min(20, spread)
}
