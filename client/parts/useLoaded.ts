/** Something asked from the api: on its way, here, or refused with a way to ask again. */
import { useCallback, useEffect, useState } from 'react'

export type Loaded<T> = { value: T } | { error: unknown } | null

/** @param ask must have the same identity at each render, or it asks again */
export function useLoaded<T>(ask: () => Promise<T>): [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>(null)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    let isWanted = true
    setLoaded(null)
    ask().then(
      (value) => isWanted && setLoaded({ value }),
      (error) => isWanted && setLoaded({ error }),
    )
    return () => {
      isWanted = false
    }
  }, [ask, turn])
  return [loaded, useCallback(() => setTurn((before) => before + 1), [])]
}
