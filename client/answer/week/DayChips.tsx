/** The seven days as one row of touch targets: one to look at, or several to fill. */

import { useId } from 'react'
import { dayNames } from '../../../surveys/days.ts'
import { useLanguage, useSay } from '../../words/useSay.ts'

type Props = { day: number; counts: number[]; choose: (day: number) => void }

/** A dot under a day that holds something. @param counts slots of each of the seven days */
export function DayChips({ day, counts, choose }: Props) {
  const say = useSay()
  const name = useId()
  const language = useLanguage()
  const letters = dayNames(language, 'narrow')
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{say('week.day')}</legend>
      {dayNames(language).map((long, index) => (
        <label className="chip drawn-field" key={long}>
          <input type="radio" name={name} checked={day === index + 1} onChange={() => choose(index + 1)} />
          <span className="visually-hidden">{say('week.dayWith', { day: long, count: counts[index] })}</span>
          <span className="chip-face" aria-hidden="true" data-filled={counts[index]! > 0}>
            {letters[index]}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

type BoxesProps = {
  title: string
  names: readonly string[]
  letters: readonly string[]
  days: readonly number[]
  toggle: (day: number) => void
}

/** @param days those ticked, 1 to 7 */
export function DayBoxes({ title, names, letters, days, toggle }: BoxesProps) {
  return (
    <fieldset className="chips">
      <legend>{title}</legend>
      {names.map((long, index) => (
        <label className="chip drawn-field" key={long}>
          <input type="checkbox" checked={days.includes(index + 1)} onChange={() => toggle(index + 1)} />
          <span className="visually-hidden">{long}</span>
          <span className="chip-face" aria-hidden="true">
            {letters[index]}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
