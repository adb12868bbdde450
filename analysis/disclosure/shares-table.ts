/** The commonest table of a survey: shares of each answer, by group, with the totals. */

import type { Design } from '../design/design.ts'
import type { MaybeEstimate } from '../estimates/estimate.ts'
import { type Cell, type Figure, type FigureTable, keyOf, type Sum } from './table.ts'

/** A closed list of groups. `within` says which group lies in which, e.g. `{ sud: 'territoire-sud' }`; the rest lie in the whole. */
export type Groups = { name: string; values: readonly string[]; within?: Readonly<Record<string, string>> }

/** The groups of one cell, by name of variable; a variable left out = everybody. */
export type Where = Readonly<Record<string, string>>

export type SharesTable = {
  id: string
  title: string
  /** Who is counted: questionnaire and field, with any filter. Two tables of one universe share their margins. */
  universe: string
  sensitive?: boolean
  weighted?: boolean
  /** None: the whole only; two: crossed. */
  by: readonly Groups[]
  /** `several`: people may give more than one answer. */
  answers: { name: string; values: readonly string[]; several?: boolean }
  /** People of the group who answered, unweighted. */
  base: (where: Where) => number
  /** Those of them who gave this answer, unweighted. */
  count: (where: Where, answer: string) => number
  estimate: (where: Where, answer: string) => MaybeEstimate
  /** The same under another design; absent = not to be weighted. */
  under?: (design: Design, where: Where, answer: string) => MaybeEstimate
}

/**
 * Figures and additions of a table of shares.
 *
 * People whose group is unknown are a group of their own, not printed but protected like the others: whoever subtracts
 * the groups from the total finds them.
 *
 * @returns one figure per group (the whole included) and answer
 * @throws RangeError when the groups of a variable count more people than the group they lie in
 */
export function sharesTable(given: SharesTable): FigureTable {
  const figures: Figure[] = []
  const cells: Cell[] = []
  const sums: Sum[] = []
  const { universe, answers } = given
  const places = placesOf(given.by)
  const known = new Map<string, number>()
  for (const where of places) {
    const base = { key: keyOf(universe, where), count: given.base(where) }
    known.set(base.key, base.count)
    cells.push({ ...base, base: null })
    for (const answer of answers.values) {
      const key = keyOf(universe, { ...where, [answers.name]: answer })
      const count = given.count(where, answer)
      known.set(key, count)
      const dims = { ...where, [answers.name]: answer }
      const { under } = given
      figures.push({
        key,
        dims,
        count,
        base,
        shape: 'share',
        estimate: given.estimate(where, answer),
        ...(under ? { under: (design: Design) => under(design, where, answer) } : {}),
      })
    }
    if (!answers.several)
      sums.push({
        total: base.key,
        parts: answers.values.map((answer) => keyOf(universe, { ...where, [answers.name]: answer })),
      })
  }
  for (const groups of given.by)
    for (const { total, parts, unknown } of splitsOf(groups, places))
      for (const answer of [null, ...answers.values]) {
        const at = (where: Where) => keyOf(universe, answer === null ? where : { ...where, [answers.name]: answer })
        const rest = known.get(at(total))! - parts.reduce((sum, part) => sum + known.get(at(part))!, 0)
        if (rest < 0) throw new RangeError(`sharesTable needs ${groups.name} to count each person once`)
        const keys = parts.map(at)
        if (rest > 0) {
          cells.push({ key: at(unknown), count: rest, base: answer === null ? null : keyOf(universe, unknown) })
          keys.push(at(unknown))
        }
        sums.push({ total: at(total), parts: keys })
      }
  const { id, title, sensitive = false, weighted = false } = given
  return { id, title, sensitive, weighted, crossing: given.by.length, figures, cells, sums }
}

function placesOf(by: readonly Groups[]): Where[] {
  let places: Where[] = [{}]
  for (const { name, values } of by)
    places = places.flatMap((where) => [where, ...values.map((value) => ({ ...where, [name]: value }))])
  return places
}

/** Those in none of these groups: other groups, other people, another name. */
export const othersThan = (groups: readonly string[]): string => `?${groups.join('+')}`

/** Each total that the groups of one variable divide, the other variables staying as they are. */
function splitsOf({ name, values, within = {} }: Groups, places: readonly Where[]) {
  const children = new Map<string | undefined, string[]>()
  for (const value of values) children.set(within[value], [...(children.get(within[value]) ?? []), value])
  return places.flatMap((where) => {
    const inside = children.get(where[name])
    if (!inside) return []
    const parts = inside.map((value) => ({ ...where, [name]: value }))
    return [{ total: where, parts, unknown: { ...where, [name]: othersThan(inside) } }]
  })
}
