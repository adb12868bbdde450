/** The screen shown, one step of the browser's history each: its back button goes back one screen, not out. */
import { useEffect, useState } from 'react'
import { useIsShared } from '../../parts/shared.ts'

export function useScreenKey(first: string): [string, (key: string) => void] {
  const [key, setKey] = useState(first)
  // the history of a shared tablet holds nothing of a person
  const isShared = useIsShared()
  useEffect(() => {
    if (isShared) return
    // a screen is read from its title, which has the focus: the browser would scroll to where it was left, away from it
    history.scrollRestoration = 'manual'
    history.replaceState({ ...history.state, screen: first }, '')
    const follow = ({ state }: PopStateEvent) => {
      if (typeof state?.screen === 'string') setKey(state.screen)
    }
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('popstate', follow)
      history.scrollRestoration = 'auto'
    }
  }, [first, isShared])
  const goTo = (next: string) => {
    if (!isShared) history.pushState({ screen: next }, '')
    setKey(next)
  }
  return [key, goTo]
}
