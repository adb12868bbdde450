/** A bounded queue: runs a limited number of tasks at once, lets a limited number wait, refuses the rest. */
import { Problem, type ProblemCode } from '../http/problems.ts'

export type BoundedQueue = <T>(work: () => Promise<T>) => Promise<T>

/** @param places tasks running at once @param seats tasks that may wait; one more is refused with `code` */
export function boundedQueue(places: number, seats: number, code: ProblemCode = 'busy'): BoundedQueue {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= places) {
      if (waiting.length >= seats) throw new Problem(code)
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
