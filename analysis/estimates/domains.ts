/** Groups of rows, as domains of an estimate: rows outside are never dropped. */

export type Domain = { group: number; inside: Uint8Array }

/**
 * One domain per group that occurs, in the order of the codes.
 *
 * @param codes group of each row, negative = in none
 * @param within 1 inside, 0 outside; null = everybody
 */
export function domainsOf(codes: ArrayLike<number>, within: Uint8Array | null = null): Domain[] {
  const domains = new Map<number, Uint8Array>()
  for (let row = 0; row < codes.length; row++) {
    const group = codes[row]!
    if (group < 0 || within?.[row] === 0) continue
    let inside = domains.get(group)
    if (inside === undefined) {
      inside = new Uint8Array(codes.length)
      domains.set(group, inside)
    }
    inside[row] = 1
  }
  return [...domains].map(([group, inside]) => ({ group, inside })).sort((a, b) => a.group - b.group)
}
