/** A page come to by a link begins at its top, and its title is heard first; by the back button, where it was left. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { toTitle } from './toTitle.ts'

/** @param address path of the page shown */
export function useNewPage(address: string): void {
  const before = useRef(address)
  const isPushed = useRef(false)
  useEffect(() => {
    const follow = ({ type }: Event) => {
      isPushed.current = type === 'pushState'
    }
    const moves = ['pushState', 'popstate']
    for (const move of moves) addEventListener(move, follow, true)
    return () => {
      for (const move of moves) removeEventListener(move, follow, true)
    }
  }, [])
  useLayoutEffect(() => {
    if (before.current === address) return
    before.current = address
    if (!isPushed.current) return
    scrollTo(0, 0)
    const isTitled = () => {
      // a menu that stays, or a page that took it, keeps the focus
      return document.activeElement !== document.body || toTitle()
    }
    if (isTitled()) return
    const coming = new MutationObserver(() => {
      if (isTitled()) coming.disconnect()
    })
    coming.observe(document.body, { childList: true, subtree: true })
    return () => coming.disconnect()
  }, [address])
}
