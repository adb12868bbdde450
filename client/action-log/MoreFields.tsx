/** What completes an entry: where, who with, how long, for which objectives. A usual activity brings it all with it. */

import { useId, useState } from 'react'
import type { actionLog } from '../../api/wire/public.ts'
import { mostInEntry } from '../../surveys/action-log/problems.ts'
import { originRows, origins, repeatRows, repeats, stateRows } from '../../surveys/action-log/rows.ts'
import { levelHeading, levelSaid, levelWords } from '../../surveys/authority/levels.ts'
import { Field, SelectField, TextAreaField, TextField } from '../parts/staff/Field.tsx'
import { bindFields } from '../parts/staff/useSaving.ts'
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
  const field = bindFields(entry, change, errors)
  return (
    <details className="log-more" open={!isUsual || Object.keys(errors).some((path) => !foremost.has(path))}>
      <summary>Compléter : lieu, pilote, durée, {levelWords('objective').several}, note</summary>
      <div className="form">
        {isUsual && <ActivityField entry={entry} change={change} errors={errors} />}
        <SelectField
          label="Commune où cela se passe"
          isOptional
          none="Non précisée"
          choices={desk.communes.map(({ value, name }) => ({ value, text: name }))}
          {...field('commune')}
        />
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
        <TextAreaField
          label="Partenaires"
          isOptional
          help="Un par ligne."
          error={errors.partners}
          className="field log-short"
          rows={2}
          value={entry.partners.join('\n')}
          onChange={(lines) => change({ partners: lines.split('\n') })}
        />
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
        <SelectField
          label="Cela revient"
          choices={repeats.map((repeat) => ({ value: repeat, text: repeatRows[repeat].text }))}
          {...field('repeats')}
        />
        <SelectField
          label={`${levelHeading('action')} du plan`}
          isOptional
          error={errors.action}
          value={entry.action ?? ''}
          none="Aucune"
          choices={desk.actions.map(({ number, title }) => ({ value: number, text: `${number} · ${title}` }))}
          onChange={(value) => change({ action: value === '' ? null : value })}
        />
        <Objectives desk={desk} entry={entry} change={change} error={errors.objectives} />
        <TextAreaField
          label="Note"
          isOptional
          help="Ce qui a marché, ce qui a manqué. Jamais le nom d’une personne, ni sa santé."
          rows={3}
          maxLength={mostInEntry.note}
          {...field('note')}
        />
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
      <SelectField<number | ''>
        label={`${levelHeading('objective', 2)} du plan`}
        isOptional
        help="Ce que la séance sert : autant de choix que vous voulez."
        error={error}
        value=""
        none={`Ajouter ${levelSaid('a', 'objective')}…`}
        choices={desk.objectives
          .filter(({ number }) => !entry.objectives.includes(number))
          .map(({ number, title }) => ({ value: number, text: `${number} · ${title}` }))}
        onChange={(number) => number !== '' && change({ objectives: [...entry.objectives, number] })}
      />
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
