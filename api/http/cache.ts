/** Remembers a value for a moment, so that a busy server asks its store once and not for every request. */

export const cacheMs = 1_000

/** Time that only goes forward, whatever the day is set to. Tests move it on instead of waiting. */
export type Stopwatch = { elapsed(): number; pass(ms: number): Promise<void> }

export const realTime: Stopwatch = {
  elapsed: () => performance.now(),
  pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/**
 * Sums over a collection that is slow to read whole: read once in `lifeMs`, and added to in between by whoever writes.
 *
 * @param read sums by name, as they are stored
 */
export function sums(read: () => Promise<Map<string, number>>, lifeMs: number, { elapsed }: Stopwatch) {
  let known: { sums: Promise<Map<string, number>>; until: number } | null = null
  return {
    /** Adds an amount unless the sum of this name passes `most`; false when it would. */
    async add(name: string, amount: number, most: number): Promise<boolean> {
      if (!known || elapsed() >= known.until) {
        const reading = { sums: read(), until: elapsed() + lifeMs }
        reading.sums.catch(() => {
          if (known === reading) known = null
        })
        known = reading
      }
      const found = await known.sums
      const sum = (found.get(name) ?? 0) + amount
      if (sum > most) return false
      found.set(name, sum)
      return true
    },
  }
}

/** The same reading for everybody within `cacheMs`; a failed one is forgotten at once. */
export function cached<T>(read: () => Promise<T>, { elapsed }: Stopwatch): () => Promise<T> {
  let known: { value: Promise<T>; until: number } | null = null
  return () => {
    if (known && elapsed() < known.until) return known.value
    const reading = { value: read(), until: elapsed() + cacheMs }
    reading.value.catch(() => {
      if (known === reading) known = null
    })
    known = reading
    return reading.value
  }
}
