/** Brings what is asked into sight, without a glide for who asked the device for calm. */
import { partOf, titleOf, type Unit } from './units.ts'

export const glide = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'

/**
 * @param focus what the focus does: it follows a button that asked for more, and stays in an answer just touched
 * @param block where it comes: as little as needed, or up to the top
 * @returns false when it is not shown
 */
export function comeTo(unit: Unit, focus: 'focus' | 'stays', block: 'nearest' | 'start' = 'nearest'): boolean {
  const title = titleOf(unit)
  if (!title) return false
  if (focus === 'focus') {
    title.tabIndex = -1
    title.focus({ preventScroll: true })
  }
  partOf(unit)!.scrollIntoView({ block, behavior: glide() })
  return true
}
