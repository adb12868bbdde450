/** The screen as it was left. It takes ticks and letters; what is done on it is done again once the questions stand in its place. */
import { createElement, type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import type { AsLeft as Left, Piece, Touched } from '../device/as-left.ts'

type Props = {
  left: Left
  /** Brings the questions, once this is before the person's eyes. */
  wake: () => Promise<void>
  /** They may be drawn. */
  over: (touched: Touched) => void
}

export function AsLeft({ left, wake, over }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const pressed = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => scrollTo(0, 0), [])
  useEffect(() => {
    let isHere = true
    const bring = async () => {
      await wake()
      if (isHere) over({ form: form.current!, pressed: pressed.current, top: scrollY })
    }
    requestAnimationFrame(() => setTimeout(bring))
    return () => {
      isHere = false
    }
  }, [wake, over])
  return drawn(left.questions, {
    ref: form,
    'aria-busy': true,
    onSubmit: (event: Event) => event.preventDefault(),
    onClick: ({ target }: MouseEvent) => {
      pressed.current = (target as Element).closest('button') ?? pressed.current
    },
  })
}

export const drawn = (piece: Piece, more: object = {}): ReactNode =>
  typeof piece === 'string'
    ? piece
    : createElement(piece.tag, { ...piece.given, ...more }, ...piece.within.map((part) => drawn(part)))
