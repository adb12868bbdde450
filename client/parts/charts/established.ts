/** Zones whose gap with the other zones is established, and those where it is not; how it is marked. */
import type { analyse } from '../../../api/wire/public.ts'
import { sidesIn } from '../../../surveys/charts/apart.ts'

/** 1 above the other zones, −1 below, 0 where the gap is not established; null where nothing can be compared. */
export type Side = -1 | 0 | 1 | null

/** Beside the figure of a zone that stands apart; '' = it does not. */
export const arrowOf = (side: Side): string => (side === 1 ? '▲' : side === -1 ? '▼' : '')

/** What the arrows mean, on the map and under it. */
export const arrowWords = (sides: readonly Side[]): string =>
  [...(sides.includes(1) ? ['▲ au-dessus'] : []), ...(sides.includes(-1) ? ['▼ au-dessous'] : [])].join(', ')

/**
 * @param zones of the territory, without the whole; the zone itself is one of them
 */
export function sideIn(zone: analyse.MaybeEstimate, zones: readonly analyse.MaybeEstimate[]): Side {
  const valued = zones.flatMap((one) => (one.value === null ? [] : [one]))
  return zone.value === null ? null : (sidesIn(valued)[valued.indexOf(zone)] ?? null)
}
