/** Zones that nothing tells apart from the whole territory. */
import type { analyse } from '../../../api/wire/public.ts'

/** What is like the whole has the shade of the whole: two zones that are both like it never have two. */
export const shadedBy = (zone: analyse.MaybeEstimate, whole: analyse.MaybeEstimate | null): number | null =>
  isLike(zone, whole) ? whole!.value : zone.value

/** Intervals that meet: nothing says that this zone is apart from the whole. */
export const isLike = (zone: analyse.MaybeEstimate, whole: analyse.MaybeEstimate | null): boolean =>
  zone.value !== null && whole !== null && whole.value !== null && zone.low <= whole.high && whole.low <= zone.high
