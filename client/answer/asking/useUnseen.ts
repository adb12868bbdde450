/** Questions under the bottom of the screen: who points at « Suivant » without having come to one is shown it first. */
import { useEffect, useReducer, useRef } from 'react'
import { comeTo } from './come-to.ts'
import { isAnswered, titleOf, type Unit } from './units.ts'

export type Unseen = {
  isSeen: (unit: Unit) => boolean
  /**
   * Shows the first one left blank that never was in sight, and says whether there was one: once for each, and never to a keyboard nor
   * to a screen reader, which come to every question on their way.
   */
  show: () => boolean
}

/** @param units of this screen, as far as they are shown; it is drawn again once the last of them comes into sight */
export function useUnseen(units: readonly Unit[]): Unseen {
  const seen = useRef(new Set<string>())
  const isPointed = useRef(false)
  const latest = useRef(units)
  latest.current = units
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  const look = useRef(() => {
    const fold = document.querySelector('.navigation')?.getBoundingClientRect().top ?? innerHeight
    for (const unit of latest.current) {
      if (seen.current.has(unit.id) || (titleOf(unit)?.getBoundingClientRect().bottom ?? fold + 1) > fold) continue
      seen.current.add(unit.id)
      if (unit === latest.current.at(-1)) redraw()
    }
  }).current
  // each answer may move what stands under it
  useEffect(look)
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    addEventListener('scroll', look, { signal, passive: true })
    addEventListener('keydown', () => (isPointed.current = false), { signal, capture: true })
    addEventListener(
      'pointerdown',
      // the touches of a screen reader have no size
      ({ width, height }) => (isPointed.current = width + height > 0),
      { signal, capture: true },
    )
    return () => leaving.abort()
  }, [look])
  return {
    isSeen: ({ id }) => seen.current.has(id),
    show() {
      const next = latest.current.find(
        (unit) => !isAnswered(unit) && unit.question.hasInput && !seen.current.has(unit.id),
      )
      if (!isPointed.current || next === undefined) return false
      seen.current.add(next.id)
      return comeTo(next, 'focus')
    },
  }
}
