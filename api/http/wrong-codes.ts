/** Counts wrong codes per network. A right code always passes: at 130 bits nobody finds one by chance, and nobody is shut out. */
import { Problem } from './problems.ts'

const windowMs = 60_000
/** A town hall is one address with many people who mistype. */
const mostInWindow = 60

/** In memory only, and for one minute: no address is written anywhere. */
export function wrongCodes(now: () => number = () => performance.now()) {
  let wrong = new Map<string, number>()
  let startedAt = now()
  return {
    /** @throws Problem wait, past sixty wrong codes a minute from one network */
    missed(network: string): void {
      if (now() - startedAt > windowMs) {
        wrong = new Map()
        startedAt = now()
      }
      const count = (wrong.get(network) ?? 0) + 1
      wrong.set(network, count)
      if (count > mostInWindow) throw new Problem('wait', undefined, windowMs / 1000)
    },
  }
}
