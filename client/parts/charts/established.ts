/** Zones whose gap with the other zones is established, and those where it is not. */
import type { analyse } from '../../../api/wire/public.ts'
import { sidesIn } from '../../../surveys/charts/apart.ts'

/**
 * @param zones of the territory, without the whole; the zone itself is one of them
 * @returns 1 above the others, −1 below, 0 where the gap is not established; null where nothing can be compared
 */
export function sideIn(zone: analyse.MaybeEstimate, zones: readonly analyse.MaybeEstimate[]): -1 | 0 | 1 | null {
  const told = zones.flatMap((one) => (one.value === null ? [] : [one]))
  return zone.value === null ? null : (sidesIn(told)[told.indexOf(zone)] ?? null)
}
