/** An hour set by half-hours: − and +, held down to go on, or the arrow keys. */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useSay } from '../../words/useSay.ts'

type Props = {
  label: string
  value: number
  min: number
  max: number
  text: string
  /** Said after the hour: « le lendemain ». */
  note?: string
  /** Takes the focus when it appears. */
  isFocused?: boolean
  set: (value: number) => void
}

const holdMs = 420
const repeatMs = 110

export function TimeStepper({ label, value, min, max, text, note, isFocused, set }: Props) {
  const say = useSay()
  const spin = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isFocused) spin.current?.focus()
  }, [isFocused])
  const keys: Record<string, number> = {
    ArrowUp: value + 1,
    ArrowDown: value - 1,
    PageUp: value + 2,
    PageDown: value - 2,
    Home: min,
    End: max,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keys[event.key]
    if (next === undefined) return
    event.preventDefault()
    set(Math.min(Math.max(next, min), max))
  }
  return (
    <div className="stepper">
      <span className="stepper-label" aria-hidden="true">
        {label}
      </span>
      <div className="stepper-row">
        <Step sign="−" label={`${label} : ${say('week.earlier')}`} isEnd={value <= min} step={() => set(value - 1)} />
        <div
          ref={spin}
          className="stepper-value"
          role="spinbutton"
          tabIndex={0}
          aria-label={label}
          aria-valuenow={value}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuetext={note ? `${text}, ${note}` : text}
          onKeyDown={onKeyDown}
        >
          <b>{text}</b>
          {note && <small>{note}</small>}
        </div>
        <Step sign="+" label={`${label} : ${say('week.later')}`} isEnd={value >= max} step={() => set(value + 1)} />
      </div>
    </div>
  )
}

function Step({ sign, label, isEnd, step }: { sign: string; label: string; isEnd: boolean; step: () => void }) {
  const latest = useRef(step)
  latest.current = step
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hasRepeated = useRef(false)
  const stop = () => clearTimeout(timer.current)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (isEnd) clearTimeout(timer.current)
  }, [isEnd])
  const repeat = () => {
    hasRepeated.current = true
    latest.current()
    timer.current = setTimeout(repeat, repeatMs)
  }
  return (
    <button
      type="button"
      className="stepper-step"
      aria-label={label}
      aria-disabled={isEnd}
      onPointerDown={(event) => {
        if (event.button !== 0 || isEnd) return
        hasRepeated.current = false
        timer.current = setTimeout(repeat, holdMs)
      }}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        // The click that ends a long press has already been counted.
        if (hasRepeated.current) hasRepeated.current = false
        else if (!isEnd) latest.current()
      }}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}
