/** Where a questionnaire stands at a moment: a day that has passed closes it everywhere. */
import type { Standing } from './collections.ts'

export type StatusNow = Standing['status'] | 'soon'

/** @param now ISO date and time */
export function statusAt(
  { status, opensAt, closesAt }: Pick<Standing, 'status' | 'opensAt' | 'closesAt'>,
  now: string,
): StatusNow {
  if (status !== 'open' && status !== 'trial') return status
  if (closesAt !== null && closesAt <= now) return 'closed'
  return status === 'open' && opensAt && opensAt > now ? 'soon' : status
}
