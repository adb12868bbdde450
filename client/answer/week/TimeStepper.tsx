/** An hour of a slot: − and + by half-hours, held down to go on, or any hour of the list under it. */
import { useEffect, useRef } from 'react'
import { useSay } from '../../words/useSay.ts'

type Props = {
  label: string
  value: number
  min: number
  max: number
  /** « 5 h 30 ». */
  text: (half: number) => string
  /** Said after such an hour: « le lendemain ». */
  note: (half: number) => string | undefined
  /** Takes the focus when it appears. */
  isFocused?: boolean
  set: (value: number) => void
}

const holdMs = 420
const repeatMs = 110

export function TimeStepper({ label, value, min, max, text, note, isFocused, set }: Props) {
  const say = useSay()
  const list = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (isFocused) list.current?.focus()
  }, [isFocused])
  return (
    <div className="stepper">
      <span className="stepper-label" aria-hidden="true">
        {label}
      </span>
      <div className="stepper-row">
        <Step
          sign="−"
          label={say('answer.told', { name: label, said: say('week.earlier') })}
          isEnd={value <= min}
          step={() => set(value - 1)}
        />
        <div className="stepper-value drawn-field">
          <b aria-hidden="true">{text(value)}</b>
          {note(value) && <small aria-hidden="true">{note(value)}</small>}
          <select
            ref={list}
            aria-label={label}
            value={value}
            onChange={(event) => set(Number(event.currentTarget.value))}
          >
            {Array.from({ length: max - min + 1 }, (_, step) => min + step).map((half) => (
              <option key={half} value={half}>
                {[text(half), note(half)].filter(Boolean).join(', ')}
              </option>
            ))}
          </select>
        </div>
        <Step
          sign="+"
          label={say('answer.told', { name: label, said: say('week.later') })}
          isEnd={value >= max}
          step={() => set(value + 1)}
        />
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
