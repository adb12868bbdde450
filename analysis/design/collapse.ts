/** Puts together the classes of a margin that too few answered in: a weight of their own would single them out. */
import { rules } from '../disclosure/rules.ts'
import { type Classes, classTotals } from './classes.ts'

export type Collapsed = { classes: Classes; totals: Readonly<Record<string, number>> }

/**
 * The smallest class joins the next smallest until each has `rules.leastClass` answers. A class without answers or without people
 * stays as it is: the weighting refuses it by its name.
 *
 * @param inside 1 = the row is weighted
 * @returns null = a single class is left, which would weigh nothing
 * @example
 * const zone = classesOf('Zone', [...Array(40).fill('nord'), ...Array(40).fill('est'), ...Array(8).fill('sud')])
 * collapsed(zone, { nord: 50, est: 40, sud: 10 }, new Float64Array(88).fill(1)).totals // → { nord: 50, 'est et sud': 50 }
 */
export function collapsed(
  classes: Classes,
  totals: Readonly<Record<string, number>>,
  inside: Float64Array,
): Collapsed | null {
  const { name, categories, codes } = classes
  const answers = classTotals(classes, inside)
  const groups = categories.map((category, code) => ({
    names: [category],
    codes: [code],
    answers: answers[code]!,
    total: totals[category] ?? 0,
  }))
  const isEmpty = ({ answers: given, total }: (typeof groups)[number]) => given === 0 || !(total > 0)
  const apart = groups.filter(isEmpty)
  const full = groups.filter((group) => !isEmpty(group))
  for (;;) {
    full.sort((a, b) => a.answers - b.answers || a.codes[0]! - b.codes[0]!)
    const [least, next] = full
    if (least === undefined || next === undefined || least.answers >= rules.leastClass) break
    full.splice(0, 2, {
      names: [...next.names, ...least.names],
      codes: [...next.codes, ...least.codes],
      answers: least.answers + next.answers,
      total: least.total + next.total,
    })
  }
  const all = [...full, ...apart]
  if (all.length < 2) return null
  const placeOf = new Map(all.flatMap((group, place) => group.codes.map((code) => [code, place] as const)))
  return {
    classes: {
      name,
      categories: all.map(({ names }) => names.join(' et ')),
      codes: codes.map((code) => placeOf.get(code) ?? -1),
    },
    totals: Object.fromEntries(all.map(({ names, total }) => [names.join(' et '), total])),
  }
}
