/** Nobody touches the screen any more: a warning, a countdown, then everything of the person goes. */
import { useEffect, useRef, useState } from 'react'
import { Ask } from '../Ask.tsx'
import { useKioskSay } from '../words.ts'

const warnAfterMs = 70_000
const countdownSeconds = 20
/** Seconds left at which the countdown is read aloud again. */
const announcedAt = new Set([countdownSeconds, 10, 5])

/** @param isSaved the answer is safe already: only the page goes */
export function Idle({ over, isSaved = false }: { over: () => void; isSaved?: boolean }) {
  const say = useKioskSay()
  const last = useRef(performance.now())
  const [left, setLeft] = useState<number | null>(null)
  const end = useRef(over)
  end.current = over
  useEffect(() => {
    const seen = () => {
      // once warned, only « Continuer » counts: somebody else may be standing here
      if (performance.now() - last.current < warnAfterMs) last.current = performance.now()
    }
    const events = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchmove'] as const
    for (const event of events) addEventListener(event, seen, { capture: true, passive: true })
    const timer = setInterval(() => {
      const idleMs = performance.now() - last.current
      if (idleMs < warnAfterMs) return setLeft(null)
      const seconds = Math.ceil(countdownSeconds - (idleMs - warnAfterMs) / 1000)
      if (seconds > 0) return setLeft(seconds)
      clearInterval(timer)
      end.current()
    }, 250)
    return () => {
      clearInterval(timer)
      for (const event of events) removeEventListener(event, seen, { capture: true })
    }
  }, [])
  if (left === null) return null
  const goOn = () => {
    last.current = performance.now()
    setLeft(null)
  }
  const sentence = isSaved ? 'idleDone' : 'idleText'
  const announced = [...announcedAt].filter((seconds) => seconds >= left).sort((a, b) => a - b)[0] ?? countdownSeconds
  return (
    <Ask
      title={say('idleTitle')}
      yes={say('idleContinue')}
      no={say(isSaved ? 'done' : 'idleErase')}
      onYes={goOn}
      onNo={over}
    >
      <p className="idle-count" aria-hidden="true">
        {left}
      </p>
      <p aria-hidden="true">{say(sentence, { seconds: left })}</p>
      <p role="timer" className="visually-hidden" aria-live="assertive" aria-atomic="true">
        {say(sentence, { seconds: announced })}
      </p>
      <progress className="progress-line" max={countdownSeconds} value={left} aria-hidden="true" />
    </Ask>
  )
}
