/** What completes an entry: where, who with, how long, for which objectives. A usual activity brings it all with it. */

import { useId, useState } from 'react'
import type { actionLog } from '../../api/wire/public.ts'
import { mostInEntry } from '../../surveys/action-log/problems.ts'
import { originRows, origins, type Repeat, repeatRows, repeats, stateRows } from '../../surveys/action-log/rows.ts'
import { levelHeading, levelSaid, levelWords } from '../../surveys/authority/levels.ts'
import { Field, TextField } from '../parts/staff/Field.tsx'
import { ActivityField } from './ActivityField.tsx'
import { Counter } from './Counter.tsx'
import { typedNumber } from './words.ts'

type Entry = actionLog.Entry
type Props = {
  desk: actionLog.Desk
  entry: Entry
  change: (part: Partial<Entry>) => void
  errors: Partial<Record<string, string>>
  isUsual: boolean
}

export function MoreFields({ desk, entry, change, errors, isUsual }: Props) {
  const pilots = useId()
  const { isHeld } = stateRows[entry.state]
  return (
    <details className="log-more" open={!isUsual || Object.keys(errors).some((path) => !foremost.has(path))}>
      <summary>Compléter : lieu, pilote, durée, {levelWords('objective').several}, note</summary>
      <div className="form">
        {isUsual && <ActivityField entry={entry} change={change} errors={errors} />}
        <Field label="Commune où cela se passe" isOptional error={errors.commune}>
          {(props) => (
            <select
              {...props}
              className="field"
              value={entry.commune}
              onChange={(event) => change({ commune: event.target.value })}
            >
              <option value="">Non précisée</option>
              {desk.communes.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Structure pilote" isOptional help="Une structure, pas une personne." error={errors.pilot}>
          {(props) => (
            <>
              <input
                {...props}
                className="field"
                list={pilots}
                maxLength={mostInEntry.pilot}
                value={entry.pilot}
                onChange={(event) => change({ pilot: event.target.value })}
              />
              <datalist id={pilots}>
                {desk.pilots.map((pilot) => (
                  <option key={pilot} value={pilot} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field label="Partenaires" isOptional help="Un par ligne." error={errors.partners}>
          {(props) => (
            <textarea
              {...props}
              className="field log-short"
              rows={2}
              value={entry.partners.join('\n')}
              onChange={(event) => change({ partners: event.target.value.split('\n') })}
            />
          )}
        </Field>
        <div className="log-amounts">
          <Amount
            label="Durée en heures"
            help="2,5 = 2 h 30"
            value={entry.hours}
            error={errors.hours}
            set={(hours) => change({ hours })}
          />
          <Amount
            label="Coût en euros"
            help="Ce que la séance a coûté."
            value={entry.cost}
            error={errors.cost}
            set={(cost) => change({ cost })}
          />
        </div>
        {isHeld && (
          <>
            <Counter
              label="Familles"
              help="une autre unité, jamais ajoutée aux personnes"
              value={entry.families}
              set={(families) => change({ families })}
            />
            <fieldset className="form-field log-people" aria-describedby={errors.origins ? 'origins-error' : undefined}>
              <legend>
                D’où viennent les personnes ? <span className="muted">(facultatif)</span>
              </legend>
              {origins.map((origin) => (
                <Counter
                  key={origin}
                  label={originRows[origin].text}
                  value={entry.origins[origin] ?? null}
                  set={(value) => {
                    const { [origin]: _, ...others } = entry.origins
                    change({ origins: value === null ? others : { ...others, [origin]: value } })
                  }}
                />
              ))}
              {errors.origins && (
                <p className="form-error" id="origins-error">
                  {errors.origins}
                </p>
              )}
            </fieldset>
          </>
        )}
        <Field label="Cela revient" error={errors.repeats}>
          {(props) => (
            <select
              {...props}
              className="field"
              value={entry.repeats}
              onChange={(event) => change({ repeats: event.target.value as Repeat })}
            >
              {repeats.map((repeat) => (
                <option key={repeat} value={repeat}>
                  {repeatRows[repeat].text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={`${levelHeading('action')} du plan`} isOptional error={errors.action}>
          {(props) => (
            <select
              {...props}
              className="field"
              value={entry.action ?? ''}
              onChange={(event) => change({ action: event.target.value === '' ? null : Number(event.target.value) })}
            >
              <option value="">Aucune</option>
              {desk.actions.map(({ number, title }) => (
                <option key={number} value={number}>
                  {number} · {title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Objectives desk={desk} entry={entry} change={change} error={errors.objectives} />
        <Field
          label="Note"
          isOptional
          help="Ce qui a marché, ce qui a manqué. Jamais le nom d’une personne, ni sa santé."
          error={errors.note}
        >
          {(props) => (
            <textarea
              {...props}
              className="field"
              rows={3}
              maxLength={mostInEntry.note}
              value={entry.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </Field>
      </div>
    </details>
  )
}

/** Fields that stand above the fold. */
const foremost = new Set(['activity', 'day', 'why', 'present', 'ages', 'state'])

type AmountProps = {
  label: string
  help: string
  value: number | null
  error: string | undefined
  set: (value: number | null) => void
}

/** What is typed stays as it was typed: « 2, » is on its way to « 2,5 ». */
function Amount({ label, help, value, error, set }: AmountProps) {
  const [text, setText] = useState(value === null ? '' : String(value).replace('.', ','))
  const isWrong = text.trim() !== '' && typedNumber(text) === null
  return (
    <TextField
      label={label}
      isOptional
      help={help}
      error={isWrong ? 'Écrivez un nombre, par exemple 2,5.' : error}
      data-width="short"
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={(text) => {
        setText(text)
        set(typedNumber(text))
      }}
    />
  )
}

type ObjectivesProps = Pick<Props, 'desk' | 'entry' | 'change'> & { error: string | undefined }

function Objectives({ desk, entry, change, error }: ObjectivesProps) {
  const chosen = desk.objectives.filter(({ number }) => entry.objectives.includes(number))
  return (
    <>
      <Field
        label={`${levelHeading('objective', 2)} du plan`}
        isOptional
        help="Ce que la séance sert : autant de choix que vous voulez."
        error={error}
      >
        {(props) => (
          <select
            {...props}
            className="field"
            value=""
            onChange={(event) => change({ objectives: [...entry.objectives, Number(event.target.value)] })}
          >
            <option value="">Ajouter {levelSaid('a', 'objective')}…</option>
            {desk.objectives
              .filter(({ number }) => !entry.objectives.includes(number))
              .map(({ number, title }) => (
                <option key={number} value={number}>
                  {number} · {title}
                </option>
              ))}
          </select>
        )}
      </Field>
      {chosen.length > 0 && (
        <ul className="log-chosen">
          {chosen.map(({ number, title }) => (
            <li key={number}>
              <span>
                {number} · {title}
              </span>
              <button
                type="button"
                className="cell-button"
                aria-label={`Retirer ${levelSaid('the', 'objective')} ${number}`}
                onClick={() => change({ objectives: entry.objectives.filter((other) => other !== number) })}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
