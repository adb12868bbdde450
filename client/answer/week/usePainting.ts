/** The ribbon under a finger: a touch makes a moment, a stroke along a day makes its hours; up and down, the page scrolls. */
import { type PointerEvent, useRef, useState } from 'react'
import { placeUnder } from './place-under.ts'

/** Half-hours since midnight; `to` after `from`. */
export type Stroke = { day: number; from: number; to: number }

/** Half-hours a touch stands for. */
const touchLength = 4
const dayEnd = 48

type Under = { day: number; half: number }
type Handlers = {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerMove: (event: PointerEvent<HTMLElement>) => void
  onPointerUp: (event: PointerEvent<HTMLElement>) => void
  onPointerCancel: () => void
}

/** @param done called with what was painted, once the finger leaves */
export function usePainting(
  isMirrored: boolean,
  done: (stroke: Stroke, isTouch: boolean) => void,
): { stroke: Stroke | null; handlers: Handlers } {
  const [stroke, setStroke] = useState<Stroke | null>(null)
  // the finger may leave before the last stroke was drawn
  const latest = useRef<Stroke | null>(null)
  const began = useRef<Under | null>(null)
  const under = (event: PointerEvent<HTMLElement>) => {
    const drawing = event.currentTarget.querySelector('svg')
    return drawing && placeUnder(event, drawing.getBoundingClientRect(), isMirrored)
  }
  const draw = (next: Stroke | null) => {
    latest.current = next
    setStroke(next)
  }
  const stop = () => {
    began.current = null
    draw(null)
  }
  return {
    stroke,
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0) return
        began.current = under(event)
        // a stroke may leave the drawing before it ends
        if (began.current) event.currentTarget.setPointerCapture?.(event.pointerId)
      },
      onPointerMove(event) {
        const from = began.current
        const to = from && under(event)
        if (from && to && (latest.current !== null || to.half !== from.half)) draw(between(from, to.half))
      },
      onPointerUp() {
        const from = began.current
        if (from === null) return
        const painted = latest.current
        stop()
        done(painted ?? touched(from), painted === null)
      },
      onPointerCancel: stop,
    },
  }
}

/** @example between({ day: 1, half: 20 }, 16) → { day: 1, from: 16, to: 21 } */
export const between = ({ day, half }: Under, other: number): Stroke => ({
  day,
  from: Math.min(half, other),
  to: Math.max(half, other) + 1,
})

/** @example touched({ day: 1, half: 17 }) → { day: 1, from: 16, to: 20 }, on the hour */
export const touched = ({ day, half }: Under): Stroke => {
  const from = Math.min(half - (half % 2), dayEnd - touchLength)
  return { day, from, to: from + touchLength }
}
