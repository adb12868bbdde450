/** Another tab goes on with these answers, once they are written down here. */
import { useEffect } from 'react'
import { announceLeft, onNews } from './tabs.ts'
import type { useSaving } from './useSaving.ts'

/** @param leave without it, nothing is taken over */
export function useTakenOver(
  id: string,
  { flush, stop }: Pick<ReturnType<typeof useSaving>, 'flush' | 'stop'>,
  leave: (() => void) | undefined,
): void {
  useEffect(() => {
    if (!leave) return
    return onNews(async (news) => {
      if (news.id !== id || news.what !== 'taken') return
      await flush()
      stop()
      announceLeft(id)
      leave()
    })
  }, [id, flush, stop, leave])
}
