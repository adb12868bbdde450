/** Brings what is asked into sight, without a glide for who asked the device for calm. */
import { answersOf, partOf, titleOf, type Unit } from './units.ts'

const glide = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth')

/** Of the height of the window: a question that begins below is brought up; the first one, once the tools above it take half of it. */
const lowest = 0.4
const lowestFirst = 0.5
/** CSS pixels: below, questions and their answers have the whole window. */
const smallHeight = 640

/** A new screen is read from its heading. @param isFirst the tools of the page stay above it */
export function comeToScreen(heading: HTMLElement | null, isFirst: boolean): void {
  heading?.focus({ preventScroll: true })
  scrollTo(0, 0)
  // behind the first one, on a small screen or in large letters, the tools would take the screen: they are one gesture up
  if (!isFirst && innerHeight < smallHeight) scrollTo(0, document.getElementById('content')?.offsetTop ?? 0)
  const isLow = (heading?.getBoundingClientRect().top ?? 0) > (isFirst ? lowestFirst : lowest) * innerHeight
  // what a page says before its question, a consent above all, is read first
  if (isLow) (document.querySelector('.screen-intro') ?? heading)?.scrollIntoView()
}

/** What is to be looked at again is heard first. At the top of the page, if all of it is in sight there: what the bar holds is not cut. */
export function comeToProblems(summary: HTMLElement | null): void {
  if (!summary) return
  summary.focus({ preventScroll: true })
  const isInSight = summary.getBoundingClientRect().bottom + scrollY <= fold()
  if (isInSight) scrollTo(0, 0)
  else summary.scrollIntoView({ block: 'nearest' })
}

/** Where the bar below begins, or the window ends. */
export const fold = () => document.querySelector('.navigation')?.getBoundingClientRect().top ?? innerHeight

export type Part = { part: HTMLElement; title: HTMLElement }

/**
 * @param focus what the focus does: it follows a button that asked for more, and stays in an answer just touched
 * @param block where it comes: as little as needed, or up to the top
 */
export function bring({ part, title }: Part, focus: 'focus' | 'stays', block: 'nearest' | 'start' = 'nearest'): void {
  if (focus === 'focus') {
    title.tabIndex = -1
    title.focus({ preventScroll: true })
  }
  part.scrollIntoView({ block, behavior: glide() })
}

/** @returns false when it is not shown */
export function comeTo(unit: Unit, ...how: [focus: 'focus' | 'stays', block?: 'nearest' | 'start']): boolean {
  const part = partOf(unit)
  const title = titleOf(unit)
  if (!part || !title) return false
  bring({ part, title }, ...how)
  return true
}

/** Where its title is in sight already and takes the screen: what it is answered by. */
export function comeToAnswers(unit: Unit): void {
  answersOf(unit)[0]?.scrollIntoView({ block: 'center', behavior: glide() })
}

/** Its title is in sight. */
export function isTitleSeen(unit: Unit): boolean {
  const { top, bottom } = titleOf(unit)?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
  return top >= 0 && bottom <= innerHeight
}
