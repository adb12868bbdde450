/** Easy French: the questions of a screen come one after the other, each below the one just answered or passed. */
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Question } from 'survey-core'
import { comeTo } from './come-to.ts'
import { isAnswered, partOf, type Unit } from './units.ts'

/** What has the focus and is read or filled: a field, a list, or what is to be looked at again. */
const heldByFocus = () =>
  document.querySelector(
    '.problems:focus-within, .question :is(select, textarea, input:not([type="radio"], [type="checkbox"], [type="range"])):focus',
  )

export type OneByOne = {
  isOn: boolean
  /** What is shown so far; the last one is asked now. */
  shown: readonly Unit[]
  /** It waits for its answer; undefined once all of them are shown and answered or passed. */
  newest: Unit | undefined
  /** The person is at it: the focus, or a finger that answered the one above, has come to it and to no other one since. */
  isAtNewest: boolean
  /** What was asked right before it. */
  above: Unit | undefined
  isShown: (question: Question) => boolean
  /** The line down to which a grid is shown; null = whole. */
  rowOf: (question: Question) => string | null
  /** It stands above what is asked now, small. */
  isQuiet: (question: Question) => boolean
  /** The one that came below an answer, to be said aloud; undefined where the focus went to it. */
  coming: Unit | undefined
  /** Leaves the newest one blank. @returns false when it was the last one */
  pass: () => boolean
  /** Brings the newest one up. @returns false when there is none */
  come: (focus: 'focus' | 'stays') => boolean
}

/**
 * @param units of this screen, in their order
 * @param isOn otherwise all of them are shown at once
 * @param key of the screen
 */
export function useOneByOne(units: readonly Unit[], isOn: boolean, key: string): OneByOne {
  // what was shown stays, even when the answer above it is taken back
  const passed = useRef(new Set<string>())
  const reached = useRef<string>(undefined)
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  /** Those above this one are small. */
  const [from, setFrom] = useState<string>()
  const [coming, setComing] = useState<Unit>()
  /** The focus goes to the one that comes. */
  const isFollowed = useRef(false)
  const before = useRef<{ key: string; newest: string | undefined }>(undefined)

  for (const { id } of units.slice(0, units.findLastIndex(isAnswered) + 1)) passed.current.add(id)
  const waiting = () => units.findIndex(({ id, question }) => question.hasInput && !passed.current.has(id))
  const at = isOn ? waiting() : -1
  const newest = units[at]
  const shown = newest ? units.slice(0, at + 1) : units
  const quiet = units.slice(0, Math.max(0, isOn ? units.findIndex(({ id }) => id === from) : 0))

  useEffect(() => {
    const last = before.current
    if (last?.key === key && last.newest === newest?.id) return
    before.current = { key, newest: newest?.id }
    setComing(last?.key !== key || isFollowed.current ? undefined : newest)
    isFollowed.current = false
  })

  const asked = useRef(newest)
  asked.current = newest
  useLayoutEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const unit = asked.current
      if (!unit || !(target as Element).closest('.question')) return
      const now = partOf(unit)?.contains(target as Node) ? unit.id : undefined
      if (reached.current === now) return
      reached.current = now
      redraw()
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  useEffect(() => {
    // a device that is turned leaves the page where it was: what is asked may then stand under the bar
    const turn = matchMedia('(orientation: portrait)')
    const follow = () =>
      requestAnimationFrame(() => {
        // who is typing stays there, though the next question has come below
        const held = heldByFocus()
        if (held) held.scrollIntoView({ block: 'nearest' })
        else if (asked.current) comeTo(asked.current, 'stays', 'start')
      })
    turn.addEventListener('change', follow)
    return () => turn.removeEventListener('change', follow)
  }, [])

  const come: OneByOne['come'] = (focus) => {
    const next = isOn ? units[waiting()] : undefined
    const part = next && partOf(next)
    if (!part) return false
    const top = part.getBoundingClientRect().top
    reached.current = next.id
    flushSync(() => {
      setFrom(next.id)
      // come to a second time, it is no other one
      redraw()
    })
    // what grows small above takes nothing along
    scrollBy({ top: part.getBoundingClientRect().top - top, behavior: 'instant' })
    return comeTo(next, focus, 'start')
  }
  return {
    isOn,
    shown,
    newest,
    isAtNewest: newest !== undefined && (isFirstOf(units, at) || reached.current === newest.id),
    above: units[at - 1],
    isShown: (question) => shown.some((unit) => unit.question === question),
    rowOf: (question) => (newest?.question === question ? newest.row : null),
    isQuiet: (question) =>
      quiet.some((unit) => unit.question === question) && units[quiet.length]?.question !== question,
    coming,
    pass() {
      if (newest) passed.current.add(newest.id)
      isFollowed.current = true
      flushSync(redraw)
      return come('focus')
    },
    come,
  }
}

/** Nothing is asked above it. */
const isFirstOf = (units: readonly Unit[], at: number) => units.slice(0, at).every(({ question }) => !question.hasInput)
