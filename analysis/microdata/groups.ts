/** Groups of people who look the same to a neighbour, none smaller than the least; what makes a group small is suppressed first. */

/** Stands for a suppressed value. */
export const regrouped = '*'

export type Grouped<T> = { groups: { values: string[]; members: T[] }[]; generalised: number; leftOut: T[] }

/**
 * @param valuesOf one value per quasi-identifier, the one to give up first at the end
 * @param least people in the smallest group, at least 2
 * @returns groups of `least` or more; those who fit in none are left out
 */
export function groupedBy<T>(people: readonly T[], valuesOf: (one: T) => string[], least: number): Grouped<T> {
  let placed = people.map((one) => ({ one, values: valuesOf(one) }))
  const width = placed[0]?.values.length ?? 0
  for (let at = width - 1; at >= 0; at--) {
    const sizes = sizesOf(placed)
    placed = placed.map((each) =>
      sizes.get(keyOf(each.values))! >= least ? each : { ...each, values: each.values.with(at, regrouped) },
    )
  }
  const groups = new Map<string, { values: string[]; members: T[] }>()
  for (const { one, values } of placed) {
    const group = groups.get(keyOf(values)) ?? { values, members: [] }
    group.members.push(one)
    groups.set(keyOf(values), group)
  }
  const all = [...groups.values()]
  const large = all.filter(({ members }) => members.length >= least)
  return {
    groups: large,
    generalised: large
      .filter(({ values }) => values.includes(regrouped))
      .reduce((sum, { members }) => sum + members.length, 0),
    leftOut: all.filter(({ members }) => members.length < least).flatMap(({ members }) => members),
  }
}

const keyOf = (values: readonly string[]) => JSON.stringify(values)

function sizesOf(placed: readonly { values: string[] }[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { values } of placed) sizes.set(keyOf(values), (sizes.get(keyOf(values)) ?? 0) + 1)
  return sizes
}
