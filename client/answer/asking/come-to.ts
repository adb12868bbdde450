/** Brings what is asked into sight, without a glide for who asked the device for calm. */
import { answersOf, partOf, titleOf, type Unit } from './units.ts'

const glide = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth')

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
