/** The ready hours, as buttons: one touch fills the week, the next one takes it back, and the days of those last touched can be changed. */
import { useEffect, useRef } from 'react'
import { dayNames } from '../../../surveys/days.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { DayBoxes } from './DayChips.tsx'
import { type Shape, shapes } from './shapes.ts'
import { timeText } from './times.ts'

type Props = {
  chosen: Shape | null
  /** Whether the week holds moments of these hours. */
  isThere: (shape: Shape) => boolean
  /** Days that hold these hours, 1 to 7. */
  days: readonly number[]
  choose: (shape: Shape) => void
  toggle: (day: number) => void
}

export function Shapes({ chosen, isThere, days, choose, toggle }: Props) {
  const say = useSay()
  const language = useLanguage()
  const asked = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen !== null) asked.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <fieldset className="shapes">
      <legend>{say('week.shapes')}</legend>
      <div className="shapes-row">
        {shapes.map((shape) => (
          <Button key={shape.name} aria-pressed={isThere(shape)} onClick={() => choose(shape)}>
            <b>{say(`week.shape.${shape.name}`)}</b>
            <small>
              {say('week.hours', { from: timeText(shape.from, language), to: timeText(shape.to, language) })}
            </small>
          </Button>
        ))}
      </div>
      {chosen && chosen.days.length > 1 && (
        <div ref={asked} className="shapes-days">
          <DayBoxes
            title={say('week.shapeDays', { shape: say(`week.shape.${chosen.name}`) })}
            names={dayNames(language)}
            letters={dayNames(language, 'narrow')}
            days={days}
            toggle={toggle}
          />
        </div>
      )}
    </fieldset>
  )
}
