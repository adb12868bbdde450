/** What stands under the bottom of the screen: who points at « Suivant » without having come to it is shown it first. */
import { useEffect, useReducer, useRef } from 'react'
import { isConsent } from '../question/said.ts'
import { bring, comeToAnswers, fold, type Part } from './come-to.ts'
import { answersOf, isBlank, partOf, titleOf, type Unit } from './units.ts'

export type Unseen = {
  /** Its title and its first answers have been in sight. */
  isSeen: (unit: Unit) => boolean
  /**
   * Shows the first question left blank, moment of a week nobody has spoken of, or name to take out, that never was in sight or stands
   * below it now, and says whether there was one: once for each, and never to a keyboard nor to a screen reader, which come to
   * everything on their way.
   */
  show: () => boolean
  /** Its title takes the screen: shows what it is answered by, once; from then on it may be passed. */
  showAnswers: (unit: Unit) => void
}

/** Answers in sight with which a question is: a title and one line at the edge of the screen are passed over by a finger in haste. */
const enough = 3

/** @param units of this screen, as far as they are shown; it is drawn again once the last of them comes into sight */
export function useUnseen(units: readonly Unit[]): Unseen {
  const seen = useRef(new Set<string>())
  /** Shown once: who leaves it then has left it on purpose. */
  const held = useRef(new Set<string>())
  const isPointed = useRef(false)
  const latest = useRef(units)
  latest.current = units
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  const look = useRef(() => {
    for (const { key, lowest } of latest.current.flatMap(partsOf)) {
      if (seen.current.has(key) || isBelow(lowest)) continue
      seen.current.add(key)
      if (key === latest.current.at(-1)!.id) redraw()
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
      const parts = latest.current.flatMap(partsOf)
      const next = parts.find(
        ({ key, isOpen, isConsent, lowest }) =>
          // who leaves one box of consent unticked is not held by those that came into sight with it
          isOpen && !held.current.has(key) && (!seen.current.has(key) || (!isConsent && isBelow(lowest))),
      )
      if (!isPointed.current || next === undefined) return false
      held.current.add(next.key)
      // at the top: what follows comes into sight with it
      bring(next, 'focus', 'start')
      return true
    },
    showAnswers(unit) {
      seen.current.add(unit.id)
      comeToAnswers(unit)
      redraw()
    },
  }
}

const isBelow = (lowest: HTMLElement) => lowest.getBoundingClientRect().bottom > fold()

/** The last of the first answers; the very first where the screen does not hold so many beside their title. */
function lowestOf(title: HTMLElement, answers: readonly HTMLElement[]): HTMLElement {
  const last = answers[Math.min(enough, answers.length) - 1]
  if (last === undefined) return title
  const isHeld = last.getBoundingClientRect().bottom - title.getBoundingClientRect().top < fold()
  return isHeld ? last : answers[0]!
}

/** The question or the line itself, then what its answer still asks: how the moments of a week are covered, whether a name is taken out. */
function partsOf(unit: Unit): (Part & { key: string; lowest: HTMLElement; isOpen: boolean; isConsent?: boolean })[] {
  const part = partOf(unit)
  const title = titleOf(unit)
  if (part === null || title === null) return []
  const own = {
    key: unit.id,
    part,
    title,
    lowest: lowestOf(title, answersOf(unit)),
    isOpen: unit.question.hasInput && isBlank(unit),
    isConsent: isConsent(unit.question),
  }
  const unsaid = part.querySelector<HTMLElement>('[data-unsaid]')
  const first = unsaid?.firstElementChild as HTMLElement | null | undefined
  if (own.isOpen || !unsaid || !first) return [own]
  return [own, { key: `${unit.id}-unsaid`, part: unsaid, title: first, lowest: first, isOpen: true }]
}
