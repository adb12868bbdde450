/**
 * A finger that gives the last answer of a screen goes on by itself, unless the person would rather not. Never by keyboard, by mouse
 * or by a screen reader, whose touches have no size (WCAG 2.2, 3.2.2).
 */
import { type MouseEvent, type PointerEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Question, QuestionCheckboxModel } from 'survey-core'
import { exclusive } from '../../../surveys/types/choices/checkbox.ts'
import { useComfort } from '../../parts/comfort.ts'
import { isMany } from '../types/grids/Matrix.tsx'

/** Time enough to see what was chosen. */
const seenMs = 450
/** Who is used to pressing « Suivant » presses it this long after a screen went on by itself. */
const habitMs = 1_000
/** A slow phone shows a screen long after it was called: nobody has seen it before. */
const oncePainted = (then: () => void) => void requestAnimationFrame(() => requestAnimationFrame(then))
/** Where the button stands elsewhere than « Suivant » did, only the second half of a double touch can meet it. */
const doubleMs = 350
/** It falls in the same place as the first: what came meanwhile was not looked at before this long. */
const nearPixels = 24
const unreadMs = 800

type GoingOn = {
  /** What the form listens to. */
  handlers: {
    onPointerDownCapture: (event: PointerEvent) => void
    onClickCapture: (event: MouseEvent) => void
    onChange: (event: { target: EventTarget }) => void
    onClick: (event: { target: EventTarget }) => void
  }
  /** The touch was meant for the screen before: this one has not been read. @param isElsewhere the button stands where none stood before */
  isTooSoon: (isElsewhere?: boolean) => boolean
}

/**
 * @param key of what is in sight: the screen, and the place on it « Suivant » has led to
 * @param goOn brings what follows, once the choice was seen; says whether something came where « Suivant » stood
 */
export function useGoingOn(key: string, goOn: () => boolean): GoingOn {
  const { goesOn } = useComfort()
  const isFinger = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wentOnAt = useRef(Number.NEGATIVE_INFINITY)
  const latest = useRef(goOn)
  latest.current = goOn
  const shown = useRef({ key, at: Number.NEGATIVE_INFINITY })
  const touched = useRef({ at: Number.NEGATIVE_INFINITY, x: 0, y: 0, key, isButton: false, isSecond: false })
  useLayoutEffect(() => {
    if (shown.current.key === key) return
    const now = { key, at: Number.POSITIVE_INFINITY }
    shown.current = now
    oncePainted(() => (now.at = performance.now()))
  }, [key])
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    const first = { key: '', isButton: false }
    /** The second half of a double click falls on what the first has brought: it presses nothing there, and takes no focus from its title. */
    const follow = (event: globalThis.MouseEvent) => {
      const { detail, target } = event
      const isButton = isOnButton(target)
      const begin = () => Object.assign(first, { key: shown.current.key, isButton: isButton && isAsked(target) })
      if (detail < 2) return void begin()
      if (!first.isButton) return
      const isSecond = first.key !== shown.current.key
      // the next one is a first one again: of many clicks in a row, none but a second is refused
      begin()
      if (isSecond) touched.current.isSecond = true
      if (isSecond || !isButton) event.preventDefault()
    }
    document.addEventListener('mousedown', follow, true)
    return () => document.removeEventListener('mousedown', follow, true)
  }, [])
  const onPointerDownCapture = useCallback((event: PointerEvent) => {
    const { pointerType, width, height, timeStamp: at, clientX: x, clientY: y } = event
    const before = touched.current
    const isNear = Math.hypot(x - before.x, y - before.y) < nearPixels
    // a choice touched twice has been chosen once
    if (!isNear || at - before.at > seenMs) clearTimeout(timer.current)
    isFinger.current = pointerType === 'touch' && width + height > 0
    // the first half has brought what nobody has seen yet; a choice brings it later than a second half falls
    const isSecond =
      isFinger.current &&
      isNear &&
      before.isButton &&
      before.key !== shown.current.key &&
      at - shown.current.at < unreadMs
    touched.current = { at, x, y, key: shown.current.key, isButton: isOnButton(event.target), isSecond }
  }, [])
  /** Its first half has brought something else there: an answer, maybe, that nobody has read. */
  const onClickCapture = useCallback((event: MouseEvent) => {
    if (!isSecondHalf(touched.current)) return
    event.preventDefault()
    event.stopPropagation()
  }, [])
  const soon = useCallback(
    ({ target }: { target: EventTarget }) => {
      clearTimeout(timer.current)
      if (!goesOn || !isFinger.current || !(isOneOf(target) || isSame(target))) return
      timer.current = setTimeout(() => {
        if (!latest.current()) return
        wentOnAt.current = Number.POSITIVE_INFINITY
        oncePainted(() => (wentOnAt.current = performance.now()))
      }, seenMs)
    },
    [goesOn],
  )
  const isTooSoon = useCallback((isElsewhere = false) => {
    const sinceMs = performance.now() - wentOnAt.current
    return isSecondHalf(touched.current) || sinceMs < (isElsewhere ? doubleMs : habitMs)
  }, [])
  const onClick = useCallback(
    ({ target }: { target: EventTarget }) => {
      if (isSame(target)) soon({ target })
    },
    [soon],
  )
  return { handlers: { onPointerDownCapture, onClickCapture, onChange: soon, onClick }, isTooSoon }
}

/** A click comes soon after the touch it is of; one of a key has none. */
const isSecondHalf = ({ isSecond, at }: { isSecond: boolean; at: number }) =>
  isSecond && performance.now() - at < habitMs

/**
 * @param isLast the screen from which answers are sent is shown
 * @returns whether it has only just come: what is pressed then was meant for the screen before
 */
export function useJustCome(isLast: boolean): boolean {
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    setRead(false)
    if (!isLast) return
    const timer = setTimeout(() => setRead(true), habitMs)
    return () => clearTimeout(timer)
  }, [isLast])
  return isLast && !isRead
}

/** Less than this, nobody has seen a button. */
const shownMs = 200

/**
 * « Passer » that takes the place of « Suivant »: a finger or a mouse may have been on its way. Keys have no place.
 *
 * @param isBelow what is asked now stands below the screen, and « Suivant » calls it
 * @returns `isSwapped`: it took it just now; `note`: it is about to, « Suivant » has led on
 */
export function useSwap(isBelow: boolean): { isSwapped: (click: { detail: number }) => boolean; note: () => void } {
  const at = useRef(Number.NEGATIVE_INFINITY)
  const note = useCallback(() => {
    at.current = performance.now()
  }, [])
  useEffect(() => {
    const since = performance.now()
    if (!isBelow) return
    return () => {
      if (performance.now() - since > shownMs) note()
    }
  }, [isBelow, note])
  return { isSwapped: ({ detail }) => detail > 0 && performance.now() - at.current < habitMs, note }
}

const isAsked = (target: EventTarget | null) => target instanceof Element && target.closest('.questions') !== null
const isOnButton = (target: EventTarget | null) => target instanceof Element && target.closest('button') !== null

/** One circle of several, or the box that excludes all others: « Rien de cela ». */
const isOneOf = (target: EventTarget) =>
  target instanceof HTMLInputElement &&
  (target.type === 'radio' || (target.checked && target.closest('[data-aside]') !== null))

/** « Même réponse que pour Enfant 1 ». */
const isSame = (target: EventTarget) => target instanceof Element && target.closest('.same') !== null

/** One touch may give its whole answer: a choice among several, or the box that excludes all others. */
export const isOneTouch = (question: Question): boolean =>
  question.getType() === 'checkbox' ? excludingAll(question) !== undefined : isChoice(question)
const isChoice = (question: Question) => oneTouch.has(question.getType()) && !isMany(question)
const excludingAll = (question: Question) =>
  (question as QuestionCheckboxModel).visibleChoices.find(({ value }) => exclusive.has(value))

/** The one choice that goes on, where all others are boxes: « Rien de cela »; null where any may. */
export function onlyOneTouch(questions: readonly Question[]): string | null {
  const boxes = questions.filter((question) => question.getType() === 'checkbox' && excludingAll(question))
  return questions.some(isChoice) || !boxes[0] ? null : excludingAll(boxes[0])!.locText.textOrHtml
}
const oneTouch: ReadonlySet<string> = new Set(['radiogroup', 'boolean', 'rating', 'matrix'])
