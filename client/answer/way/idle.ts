/** What may wait until nothing else is drawn. */

/** @returns what gives it up */
export function whenIdle(act: () => void): () => void {
  // Safari has no such callback
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(act, 200)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(act)
  return () => cancelIdleCallback(asked)
}
