/** One entry, typed with a thumb: what and when, how many, and the rest folded away for whoever wants to complete it. */
import { useState } from 'react'
import type { actionLog } from '../../api/wire/public.ts'
import { sumOf } from '../../surveys/action-log/entry.ts'
import { mostInEntry } from '../../surveys/action-log/problems.ts'
import { ageRows, ages, logStates, stateRows } from '../../surveys/action-log/rows.ts'
import { dayAfter, dayOf, fullDayText } from '../../surveys/days.ts'
import { Button } from '../parts/forms/Button.tsx'
import { TextField } from '../parts/staff/Field.tsx'
import { bindFields } from '../parts/staff/useSaving.ts'
import { ActivityField } from './ActivityField.tsx'
import { Counter } from './Counter.tsx'
import { MoreFields } from './MoreFields.tsx'
import { peopleText } from './words.ts'

type Entry = actionLog.Entry
type Props = {
  desk: actionLog.Desk
  entry: Entry
  set: (entry: Entry) => void
  errors: Partial<Record<string, string>>
  /** The activity brought its place, pilot and objectives with it: the rest is folded away. */
  isUsual: boolean
}

export function EntryForm({ desk, entry, set, errors, isUsual }: Props) {
  const today = dayOf(new Date())
  const change = (part: Partial<Entry>) => set({ ...entry, ...part })
  const field = bindFields(entry, change, errors)
  const { isHeld, asksWhy } = stateRows[entry.state]
  return (
    <>
      {isUsual && (
        <p className="log-activity">
          <b>{entry.activity}</b>
          <span className="muted">
            {[desk.communes.find(({ value }) => value === entry.commune)?.name, entry.pilot]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
      )}
      {!isUsual && <ActivityField entry={entry} change={change} errors={errors} />}
      <div className="log-when">
        <TextField label={entry.day ? `Le ${fullDayText(entry.day)}` : 'Quel jour ?'} type="date" {...field('day')} />
        <div className="log-days">
          {[
            ['Aujourd’hui', today],
            ['Hier', dayAfter(today, -1)],
          ].map(([text, day]) => (
            <Button key={text} aria-pressed={entry.day === day} onClick={() => change({ day: day! })}>
              {text}
            </Button>
          ))}
        </div>
      </div>
      {isHeld && <People entry={entry} change={change} errors={errors} />}
      <fieldset className="form-field">
        <legend>Où en est-ce ?</legend>
        <div className="log-states">
          {logStates.map((state) => (
            <label key={state} className="pill drawn-field">
              <input
                type="radio"
                name="state"
                checked={entry.state === state}
                onChange={() => change(stateRows[state].isHeld ? { state } : { state, ...nobody })}
              />
              <span>{stateRows[state].text}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {asksWhy && (
        <TextField
          label="Pourquoi ?"
          help="Quelques mots, sans nom de personne."
          maxLength={mostInEntry.why}
          {...field('why')}
        />
      )}
      <MoreFields desk={desk} entry={entry} change={change} errors={errors} isUsual={isUsual} />
    </>
  )
}

/** What did not take place has nobody. */
const nobody = { present: null, ages: {}, origins: {}, families: null } satisfies Partial<Entry>

type PeopleProps = Pick<Props, 'entry' | 'errors'> & { change: (part: Partial<Entry>) => void }

/** Three counters fill the total; a total of its own is for those whose age nobody asked. */
function People({ entry, change, errors }: PeopleProps) {
  const sum = sumOf(entry.ages)
  const [isTotal, setTotal] = useState(entry.present !== null && entry.present !== sum)
  const error = errors.present ?? errors.ages
  return (
    <fieldset className="form-field log-people" aria-describedby={error ? 'people-error' : undefined}>
      <legend>Combien de personnes ?</legend>
      {ages.map((age) => (
        <Counter
          key={age}
          label={ageRows[age].short}
          help={ageRows[age].text.split(', ')[1]!}
          value={entry.ages[age] ?? null}
          isWithFive
          set={(value) => {
            const { [age]: _, ...others } = entry.ages
            const counts = value === null ? others : { ...others, [age]: value }
            const isBlank = Object.keys(counts).length === 0
            change(isTotal ? { ages: counts } : { ages: counts, present: isBlank ? null : sumOf(counts) })
          }}
        />
      ))}
      {isTotal ? (
        <Counter
          label="En tout"
          help="avec celles dont l’âge n’est pas compté"
          value={entry.present}
          isWithFive
          set={(present) => change({ present })}
        />
      ) : (
        <p className="log-total" role="status">
          En tout : <b>{entry.present === null ? 'pas encore noté' : peopleText(entry.present)}</b>
          <button type="button" className="link" onClick={() => setTotal(true)}>
            Noter un autre total
          </button>
        </p>
      )}
      {error && (
        <p className="form-error" id="people-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
