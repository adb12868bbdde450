/** What a benchmark is: a name to ask for it by, and figures measured side by side in one run. */

export type Figure = {
  /** Stable key in the JSON document. */
  name: string
  /** French label. */
  title: string
  value: number
  /** `/s`, `ms`, `Mo`, or `×` for a ratio. */
  unit: string
  /** A ratio is better large, everything else small, unless it says so here. */
  isBetterSmall?: boolean
}

/**
 * `largest`: responses of the largest store of those that grow. `store`: address of a MongoDB for those that write, null = SQLite.
 * `isShort`: every result is checked on little data, and the times say nothing.
 */
export type BenchmarkOptions = { largest: number; store: string | null; isShort: boolean }

export type Benchmark = {
  name: string
  /** What it measures, in one French line. */
  title: string
  /** @param step receives the progress, from 0 to 1 */
  run(step: (done: number) => void, options: BenchmarkOptions): Promise<Figure[]>
}

/** Time by the clock, and processor time with all threads, on which what else the machine does weighs little. */
export type Spent = { ms: number; cpuMs: number }

export async function spentOn<T>(work: () => T): Promise<Spent & { made: Awaited<T> }> {
  const before = process.cpuUsage()
  const start = performance.now()
  const made = await work()
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  return { made, ms, cpuMs: (user + system) / 1_000 }
}

/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: number[]): number {
  if (values.length === 0) throw new RangeError('median needs at least one value')
  const sorted = values.toSorted((left, right) => left - right)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/**
 * Times per second that `work` can be done, over at least `leastMs`.
 *
 * @param work one unit; the number is its turn, so that it can take another input each time
 */
export function perSecond(work: (turn: number) => void, leastMs: number): number {
  const start = performance.now()
  let turns = 0
  let elapsed = 0
  while (elapsed < leastMs) {
    work(turns++)
    elapsed = performance.now() - start
  }
  return (1_000 * turns) / elapsed
}
