/** One decision of a list, gone to when the address names it. */
import type { ReactNode } from 'react'

/** @param at ISO date and time it was noted, unique among the decisions of a page */
export const DecisionLine = ({ at, children }: { at: string; children: ReactNode }) => (
  <li id={`decision-${at}`} tabIndex={-1} ref={goToAsked}>
    {children}
  </li>
)

/** The part of a page that the address names takes the focus. */
export function goToAsked(line: HTMLElement | null): void {
  if (line === null || location.hash !== `#${line.id}`) return
  line.focus({ preventScroll: true })
  line.scrollIntoView({ block: 'center' })
}
