/** What makes a browser a kiosk: the back button does nothing, the screen stays on, no page stays in memory. */

/** @returns a function that gives the browser back */
export function holdTheScreen(): () => void {
  const neutral = () => {
    // a new link of the staff, opened in this very tab
    if (location.hash === '') history.pushState({ kiosk: true }, '', '/kiosk')
  }
  const reload = ({ persisted }: PageTransitionEvent) => {
    if (persisted) location.reload()
  }
  let lock: WakeLockSentinel | null = null
  const wake = async () => {
    if (document.visibilityState !== 'visible' || (lock && !lock.released)) return
    lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null
  }
  // one step ahead of the page itself, so that « back » comes to this page again
  if (history.state?.kiosk !== true) neutral()
  addEventListener('popstate', neutral)
  addEventListener('pageshow', reload)
  document.addEventListener('visibilitychange', wake)
  addEventListener('pointerdown', wake)
  void wake()
  return () => {
    removeEventListener('popstate', neutral)
    removeEventListener('pageshow', reload)
    document.removeEventListener('visibilitychange', wake)
    removeEventListener('pointerdown', wake)
    void lock?.release()
  }
}
