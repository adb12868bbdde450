/** Short messages that come and go: read aloud politely, shown at the bottom of the page, clear of tabs and of what takes the focus. */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../forms/Button.tsx'
import { sentenceOf } from './staffApi.ts'

/** A message belongs to the page it came up on. */
type Toast = { number: number; text: string; isBad: boolean; path: string; undo?: () => void }
let toast: Toast | null = null
let count = 0
const listeners = new Set<() => void>()
const shownMs = 8_000
/** One that is being read, or used, stays a while longer. */
const longerMs = 2_000

function show(next: Toast | null) {
  toast = next
  for (const listener of listeners) listener()
}

/** Says that something was done. */
export const notify = (text: string) => show({ number: ++count, text, isBad: false, path: location.pathname })
/** Says that something was removed, and brings it back at one press as long as the message is there. */
export const notifyRemoved = (text: string, undo: () => void) =>
  show({ number: ++count, text, isBad: false, path: location.pathname, undo })
/** Says that something could not be done. */
export const notifyProblem = (text: string) => show({ number: ++count, text, isBad: true, path: location.pathname })

/** Does what was asked for; says why where it could not be done. */
export async function orNotify(work: () => unknown): Promise<void> {
  try {
    await work()
  } catch (error) {
    notifyProblem(sentenceOf(error))
  }
}

/** What a message says was done has been taken back. */
export const unsay = () => show(null)

// a chart of the version before this one is no longer served
addEventListener('vite:preloadError', () =>
  notifyProblem(
    navigator.onLine
      ? 'Une partie de la page n’est pas venue. Le site vient peut-être de changer : rechargez la page.'
      : 'Le réseau est coupé : cette partie de la page n’est pas venue.',
  ),
)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Toasts() {
  const last = useSyncExternalStore(subscribe, () => toast)
  const [path] = useLocation()
  const own = useRef<HTMLDivElement>(null)
  const shown = last?.path === path ? last : null
  useEffect(() => {
    // what went wrong, or can be brought back, stays until it is closed
    if (!shown || shown.isBad || shown.undo) return
    const close = () => {
      if (own.current?.matches(':hover, :focus-within')) timer = setTimeout(close, longerMs)
      else show(null)
    }
    let timer = setTimeout(close, shownMs)
    return () => clearTimeout(timer)
  }, [shown])
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown && (
        <div ref={own} className="toast" data-bad={shown.isBad || undefined} key={shown.number}>
          <p>{shown.text}</p>
          {shown.undo && (
            <Button
              kind="quiet"
              onClick={() => {
                shown.undo?.()
                show(null)
              }}
            >
              Annuler
            </Button>
          )}
          <Button kind="quiet" onClick={() => show(null)}>
            Fermer
          </Button>
        </div>
      )}
    </div>
  )
}
