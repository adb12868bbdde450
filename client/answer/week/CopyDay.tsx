/** « Copier sur mardi, jeudi… »: one day's slots onto others. */

import { type Ref, useState } from 'react'
import { dayNames } from '../../../surveys/days.ts'
import { useHeldFocus } from '../../parts/focus/useHeldFocus.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { Choice } from '../types/Choice.tsx'
import { weekdays } from './shapes.ts'
import { listText } from './times.ts'

export function CopyDay({ day, copy }: { day: number; copy: (onto: number[]) => void }) {
  const say = useSay()
  const language = useLanguage()
  const [onto, setOnto] = useState<number[] | null>(null)
  const names = dayNames(language)
  const part = useHeldFocus<HTMLElement>(onto === null)
  if (onto === null)
    return (
      <Button ref={part as Ref<HTMLButtonElement>} onClick={() => setOnto([])}>
        {say('week.copy')}
      </Button>
    )
  const chosen = onto.map((one) => names[one - 1]!)
  return (
    <fieldset className="copy" ref={part as Ref<HTMLFieldSetElement>}>
      <legend>{say('week.copyTitle', { day: names[day - 1] })}</legend>
      <Button
        onClick={() => {
          copy(weekdays.filter((one) => one !== day))
          setOnto(null)
        }}
      >
        {say('week.copyWeekdays')}
      </Button>
      <div className="choices" data-shape="pills">
        {names.map(
          (name, index) =>
            index + 1 !== day && (
              <Choice
                key={name}
                type="checkbox"
                name={`copy-${name}`}
                value={String(index + 1)}
                text={name}
                isChosen={onto.includes(index + 1)}
                choose={(isChosen) =>
                  setOnto(isChosen ? [...onto, index + 1].sort() : onto.filter((one) => one !== index + 1))
                }
              />
            ),
        )}
      </div>
      <div className="actions">
        <Button
          aria-disabled={onto.length === 0}
          onClick={() => {
            if (onto.length === 0) return
            copy(onto)
            setOnto(null)
          }}
        >
          {onto.length === 0 ? say('week.copyNothing') : say('week.copyGo', { days: listText(chosen, language) })}
        </Button>
        <Button kind="quiet" onClick={() => setOnto(null)}>
          {say('week.cancel')}
        </Button>
      </div>
    </fieldset>
  )
}
