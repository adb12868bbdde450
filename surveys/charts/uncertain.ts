/** What hatching means, on every screen and in every document: a figure too imprecise for its bar or shade to be read as a level. */

/** The floor of the grades. @source Parker et al. (2017), National Center for Health Statistics */
export const floor = { effectiveBase: 30, shareWidth: 0.3, relativeWidth: 1.3 } as const
/** Points of a share that are read as one level, however small it is. */
const narrow = 0.05

type Read = { value: number; low: number; high: number; effectiveBase: number; unit: string } | { value: null }

/** @returns false where there is no figure: grey stripes, the other way, and a word say why */
export function isUncertain(estimate: Read): boolean {
  if (estimate.value === null) return false
  const { value, low, high, effectiveBase, unit } = estimate
  const width = high - low
  if (unit === 'share' && width <= narrow) return false
  const relative = value === 0 ? 0 : width / Math.abs(value)
  if (effectiveBase < floor.effectiveBase || relative > floor.relativeWidth) return true
  return unit === 'share' ? width >= floor.shareWidth : value === 0 || relative >= floor.shareWidth
}

/** In a legend, beside the hatching. */
export const hatchWords = 'chiffre peu précis'
/** Under bars, on a page: what to do about it. */
export const hatchSaid = 'Hachuré\u202f: peu précis, à citer avec son intervalle.'
