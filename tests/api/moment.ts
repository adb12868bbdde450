/** Time as the tests have it: what the api remembers for a moment is forgotten without anybody waiting. */
import { cacheMs, realTime, type Stopwatch } from '../../api/http/cache.ts'

let passedMs = 0

/** The real time of this process, moved on by every wait. */
export const movedOn: Stopwatch = {
  elapsed: () => realTime.elapsed() + passedMs,
  async pass(ms) {
    passedMs += ms
  },
}

/** What the api remembers for a moment is over. */
export const aMomentLater = () => movedOn.pass(cacheMs + 50)
