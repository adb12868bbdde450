/** A part of the page whose buttons give way to one another: the focus stays in it, instead of leaving with the one that had it. */
import { type RefObject, useEffect, useRef } from 'react'

/**
 * @param state changes when what had the focus may have left
 * @param next what takes it then, the first found in the part, or the part itself
 */
export function useHeldFocus<T extends HTMLElement>(state: unknown, next = 'button, input'): RefObject<T | null> {
  const part = useRef<T>(null)
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    // whatever still has it, or took it, holds it
    if (document.activeElement !== document.body) return
    const found = part.current?.querySelector<HTMLElement>(next) ?? part.current
    found?.focus()
  }, [state, next])
  return part
}
