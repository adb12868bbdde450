/** Zones whose gap with the whole territory is not established. */
import type { analyse } from '../../../api/wire/public.ts'

/** Intervals that meet: the gap with the whole is not established, even where the figure of the whole is outside the interval of the zone. */
export const isUnestablished = (zone: analyse.MaybeEstimate, whole: analyse.MaybeEstimate | null): boolean =>
  zone.value !== null && whole !== null && whole.value !== null && zone.low <= whole.high && whole.low <= zone.high
