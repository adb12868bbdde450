/** A thread that works, counts, fails, hangs, breaks or fills its memory, as it is asked. */
import { dataOf, serve } from '../../../analysis/threads/serve.ts'
import { dayOf } from '../../../surveys/days.ts'

export type Trials = {
  double: { input: number; note: never; output: number }
  count: { input: number; note: number; output: string }
  given: { input: null; note: never; output: unknown }
  day: { input: string; note: never; output: string }
  fail: { input: string; note: never; output: never }
  hang: { input: null; note: never; output: never }
  breakDown: { input: null; note: never; output: never }
  hoard: { input: null; note: never; output: never }
}

serve<Trials>({
  double: (value) => value * 2,
  count: async (to, note) => {
    for (let at = 1; at <= to; at++) note(at)
    return 'counted'
  },
  given: () => dataOf<unknown>(),
  day: (moment) => dayOf(moment),
  fail: (message) => {
    throw new RangeError(message)
  },
  hang: () => {
    for (;;);
  },
  breakDown: () => process.exit(3),
  hoard: () => {
    const all: unknown[] = []
    for (let at = 0; ; at++) all.push({ at, text: String(at).padStart(64) })
  },
})
