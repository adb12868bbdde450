/** What has the focus may be taken away: by an answer, or as a tablet is turned. The title of the screen has it then, and not the page. */
import { type RefObject, useEffect } from 'react'

export function useLostFocus(title: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let last: Element | null = document.activeElement
    const note = ({ target }: FocusEvent) => {
      last = target as Element
    }
    const isLost = () => document.activeElement === document.body && last?.isConnected === false
    const taken = new MutationObserver(() => {
      if (!isLost()) return
      // whatever took it away may put it somewhere itself, once it is drawn
      requestAnimationFrame(() => {
        if (isLost()) title.current?.focus({ preventScroll: true })
      })
    })
    document.addEventListener('focusin', note)
    taken.observe(document.body, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', note)
      taken.disconnect()
    }
  }, [title])
}
