/** One slot: from, to, and how it is covered today. */
import { type Cover, covers, halfHoursADay } from '../../../surveys/questionnaire/week.ts'
import type { Key } from '../../words/speak.ts'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { Choice } from '../types/Choice.tsx'
import { moved, type Slot } from './slots.ts'
import { TimeStepper } from './TimeStepper.tsx'
import { timeText } from './times.ts'

type Props = {
  slot: Slot
  title: string
  asksCover: boolean
  /** Just added: the keyboard and the screen reader go to it. */
  isNew: boolean
  change: (slot: Slot) => void
  remove: () => void
}

/** What is said of each way a moment is covered. */
export const coverWords = {
  covered: 'week.covered',
  strained: 'week.strained',
  none: 'week.uncovered',
} as const satisfies Record<Cover, Key>

export function SlotCard({ slot, title, asksCover, isNew, change, remove }: Props) {
  const say = useSay()
  const language = useLanguage()
  const text = (half: number) => timeText(half, language)
  const note = (half: number) => (half > halfHoursADay ? say('week.nextDay') : undefined)
  return (
    <li className="slot" data-cover={slot.cover ?? 'unsaid'}>
      <fieldset>
        <legend className="visually-hidden">{title}</legend>
        <div className="slot-times">
          <TimeStepper
            label={say('week.start')}
            value={slot.from}
            min={0}
            max={halfHoursADay - 1}
            text={text}
            note={note}
            isFocused={isNew}
            set={(from) => change(moved(slot, 'from', from))}
          />
          <TimeStepper
            label={say('week.end')}
            value={slot.to}
            min={slot.from + 1}
            max={slot.from + halfHoursADay}
            text={text}
            note={note}
            set={(to) => change(moved(slot, 'to', to))}
          />
        </div>
        {asksCover && (
          <fieldset className="slot-cover" data-unsaid={slot.cover === null || undefined}>
            <legend>{say('week.cover')}</legend>
            <div className="choices" data-shape="pills">
              {covers.map((cover) => (
                <Choice
                  key={cover}
                  type="radio"
                  name={`cover-${slot.id}`}
                  value={cover}
                  text={say(coverWords[cover])}
                  isChosen={slot.cover === cover}
                  choose={() => change({ ...slot, cover })}
                />
              ))}
            </div>
          </fieldset>
        )}
        <button type="button" className="button slot-remove" data-kind="quiet" onClick={remove}>
          {say('week.remove')}
        </button>
      </fieldset>
    </li>
  )
}
