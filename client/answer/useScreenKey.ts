/** The screen shown, one step of the browser's history each: its back button goes back one screen, not out. */
import { useEffect, useState } from 'react'

export function useScreenKey(first: string): [string, (key: string) => void] {
  const [key, setKey] = useState(first)
  useEffect(() => {
    history.replaceState({ ...history.state, screen: first }, '')
    const follow = ({ state }: PopStateEvent) => {
      if (typeof state?.screen === 'string') setKey(state.screen)
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [first])
  const goTo = (next: string) => {
    history.pushState({ screen: next }, '')
    setKey(next)
  }
  return [key, goTo]
}
