/** Something asked from the api: on its way, here, or refused with a way to ask again. */
import { useCallback, useEffect, useRef, useState } from 'react'

export type Loaded<T> = { value: T } | { error: unknown } | null

/**
 * @param ask must have the same identity at each render, or it asks again
 * @param here what was asked for before, when it has come: it stands for the first answer
 * @returns what is here; ask again from nothing; ask again while what is shown stays
 */
export function useLoaded<T>(ask: () => Promise<T>, here: Loaded<T> = null): [Loaded<T>, () => void, () => void] {
  const [loaded, setLoaded] = useState(here)
  const [turn, setTurn] = useState(0)
  const isHere = useRef(here !== null)
  const isKept = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    if (isHere.current) {
      isHere.current = false
      return
    }
    let isWanted = true
    if (!isKept.current) setLoaded(null)
    isKept.current = false
    ask().then(
      (value) => isWanted && setLoaded({ value }),
      (error) => isWanted && setLoaded({ error }),
    )
    return () => {
      isWanted = false
    }
  }, [ask, turn])
  const again = useCallback(() => setTurn((before) => before + 1), [])
  const refresh = useCallback(() => {
    isKept.current = true
    again()
  }, [again])
  return [loaded, again, refresh]
}
