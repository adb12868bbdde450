/** Remembers a value for a moment, so that a busy server asks its store once and not for every request. */

export const cacheMs = 1_000

/** Time that only goes forward, whatever the day is set to. Tests move it on instead of waiting. */
export type Stopwatch = { elapsed(): number; pass(ms: number): Promise<void> }

export const realTime: Stopwatch = {
  elapsed: () => performance.now(),
  pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
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
