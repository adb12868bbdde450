/** How much of a page stands on a screen: a slide folds what is long until it fits, and is read without scrolling. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'

export type Room = {
  /** Lines of what it would take, answers drawn, things nobody knows, decisions: the others are folded. */
  lines: number
  bars: number
  unknown: number
  decided: number
  /** Of the other results, their first sentence and their reservations. */
  isBrief: boolean
  /** Of the answer too. */
  isBare: boolean
  /** The other results are folded. */
  isAlone: boolean
  /** A bar beside its name, lines closer to each other; how a table is counted is folded. */
  isTight: boolean | 'most'
}

const all = Number.POSITIVE_INFINITY
/** What an assembly reads at a glance; the other lines follow for whoever asks. */
export const wide: Room = {
  lines: 5,
  bars: all,
  unknown: all,
  decided: all,
  isBrief: false,
  isBare: false,
  isAlone: false,
  isTight: false,
}
/** What goes, one after the other. */
const steps: readonly Partial<Room>[] = [
  {},
  { isTight: true },
  { decided: 1 },
  { lines: 4, bars: 4 },
  { lines: 3, bars: 3, isBrief: true },
  { unknown: 2, isBare: true },
  { lines: 2, unknown: 1, isTight: 'most' },
  { isAlone: true, bars: 2 },
]
const rooms = steps.map((_, at): Room => Object.assign({}, wide, ...steps.slice(0, at + 1)))

/**
 * @param frame what scrolls when too much is on it
 * @param shown changes with what is on the screen
 */
export function useRoom(frame: RefObject<HTMLElement | null>, shown: string): Room {
  const [tried, setTried] = useState({ shown, at: 0 })
  const at = tried.shown === shown ? tried.at : 0
  // what is opened by hand may be longer than the screen: nothing else moves
  const isFull = () => {
    const own = frame.current
    return own !== null && own.scrollHeight > own.clientHeight && own.querySelector('details[open]') === null
  }
  useLayoutEffect(() => {
    if (at < rooms.length - 1 && isFull()) setTried({ shown, at: at + 1 })
  })
  // a window that opens, or fills the screen, has another size
  useEffect(() => {
    const own = frame.current
    if (!own) return
    const observer = new ResizeObserver(() => {
      if (own.querySelector('details[open]') === null) setTried({ shown, at: 0 })
    })
    observer.observe(own)
    return () => observer.disconnect()
  }, [frame, shown])
  return rooms[at]!
}
