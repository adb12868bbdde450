/** Groups that differ, as letters: two groups without a letter in common differ. */

/**
 * Compact letter display by insertion and absorption.
 *
 * @param groups how many
 * @param differs symmetric: is the difference of two groups established?
 * @returns letters of each group, `a` first; all the same letter when nothing differs
 * @source Piepho (2004), Journal of Computational and Graphical Statistics 13
 * @example
 * // the first differs from the third, the second from none
 * lettersOf(3, (a, b) => Math.abs(a - b) === 2) // → ['a', 'ab', 'b']
 */
export function lettersOf(groups: number, differs: (a: number, b: number) => boolean): string[] {
  let columns: Set<number>[] = [new Set(Array.from({ length: groups }, (_, group) => group))]
  for (let a = 0; a < groups; a++)
    for (let b = a + 1; b < groups; b++) {
      if (!differs(a, b)) continue
      const split = columns.flatMap((column) =>
        column.has(a) && column.has(b) ? [without(column, b), without(column, a)] : [column],
      )
      columns = split.filter(
        (column, at) =>
          !split.some(
            (other, place) => place !== at && isInside(column, other) && (column.size < other.size || place < at),
          ),
      )
    }
  const ordered = columns.toSorted((one, other) => Math.min(...one) - Math.min(...other))
  return Array.from({ length: groups }, (_, group) =>
    ordered.flatMap((column, at) => (column.has(group) ? [String.fromCharCode(97 + at)] : [])).join(''),
  )
}

const without = (column: Set<number>, group: number) => new Set([...column].filter((one) => one !== group))
const isInside = (column: Set<number>, other: Set<number>) => [...column].every((group) => other.has(group))
