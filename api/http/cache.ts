/** Remembers a value for a moment, so that a busy server asks its store once and not for every request. */

export const cacheMs = 1_000

/** The same reading for everybody within `keptMs`; a failed one is forgotten at once. */
export function cached<T>(read: () => Promise<T>, keptMs = cacheMs): () => Promise<T> {
  let known: { value: Promise<T>; until: number } | null = null
  return () => {
    if (known && performance.now() < known.until) return known.value
    const reading = { value: read(), until: performance.now() + keptMs }
    reading.value.catch(() => {
      if (known === reading) known = null
    })
    known = reading
    return reading.value
  }
}
