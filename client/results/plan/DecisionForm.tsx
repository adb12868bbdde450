/** A decision as it is noted: the committee’s words, who carries it, for when, its day; folded, the action and what is followed. */

import { useId, useState } from 'react'
import { levelHeading } from '../../../surveys/authority/levels.ts'
import { actions, objectives } from '../../../surveys/authority/plan.ts'
import { dayOf } from '../../../surveys/days.ts'
import { DayField } from '../../parts/staff/DayField.tsx'
import { Field, TextField } from '../../parts/staff/Field.tsx'
import { NoteField } from '../../parts/staff/NoteField.tsx'
import { submits, useSavingHere } from '../../parts/staff/useSaving.ts'

type Body = {
  text: string
  date: string
  action: number | null
  pilot: string
  due: string
  indicator: string
  isPublic: boolean
}
type Props = {
  /** Its action is proposed. */
  objective?: number
  /** The decision is about this action, which needs not be asked. */
  action?: number
  send: (body: Body) => Promise<unknown>
  onDone: () => void
}

export function DecisionForm({ objective, action, send, onDone }: Props) {
  const proposed = action ?? objectives().find(({ number }) => number === objective)?.action ?? null
  const blank = (): Body => ({
    text: '',
    date: dayOf(new Date()),
    action: proposed,
    pilot: '',
    due: '',
    indicator: '',
    isPublic: false,
  })
  const [body, setBody] = useState(blank)
  const { errors, failure, saving } = useSavingHere()
  const change = (part: Partial<Body>) => setBody({ ...body, ...part })
  const pilotsId = useId()
  const pilots = actions().find(({ number }) => number === body.action)?.pilots ?? []
  const save = () =>
    saving(async () => {
      await send(body)
      setBody(blank())
      onDone()
    })
  return (
    <form className="decide no-print" onSubmit={submits(save)}>
      <NoteField
        label="Noter une décision"
        help="Elle s’ajoute aux précédentes, qui restent."
        failure={failure}
        least={3}
        most={1000}
        lines={2}
        value={body.text}
        onChange={(text) => change({ text })}
      />
      <div className="decide-row">
        <TextField
          label="Qui la porte"
          isOptional
          help="Une structure ou une fonction."
          error={errors.pilot}
          maxLength={120}
          list={pilotsId}
          value={body.pilot}
          onChange={(pilot) => change({ pilot })}
        />
        <datalist id={pilotsId}>
          {pilots.map((pilot) => (
            <option key={pilot} value={pilot} />
          ))}
        </datalist>
        <DayField label="Pour quand" error={errors.due} value={body.due} onChange={(due) => change({ due })} />
        <DayField label="Date de la décision" isRequired value={body.date} onChange={(date) => change({ date })} />
      </div>
      {action === undefined && (
        <label className="choice">
          <input
            type="checkbox"
            checked={body.isPublic}
            onChange={({ target }) => change({ isPublic: target.checked })}
          />
          <span>
            <b>À montrer aux habitants</b>
            <small>Elle paraît sur la page publique des résultats, avec son échéance et sans votre nom.</small>
          </span>
        </label>
      )}
      <details>
        <summary>
          {action === undefined ? `${levelHeading('action')} du plan, et ce qu’on suivra` : 'Ce qu’on suivra'}
        </summary>
        <div className="form">
          {action === undefined && (
            <Field label={`${levelHeading('action')} du plan`} error={errors.action}>
              {(props) => (
                <select
                  {...props}
                  className="field"
                  value={body.action ?? ''}
                  onChange={(event) => change({ action: Number(event.target.value) || null })}
                >
                  {actions().map(({ number, title }) => (
                    <option key={number} value={number}>
                      {number}. {title}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <TextField
            label="À quoi on verra qu’elle est suivie"
            isOptional
            help="Un résultat, un décompte du carnet ou un chiffre relevé : « familles présentes aux ateliers itinérants »."
            error={errors.indicator}
            maxLength={200}
            value={body.indicator}
            onChange={(text) => change({ indicator: text })}
          />
        </div>
      </details>
      <button type="submit" className="button" data-kind="main">
        Noter la décision
      </button>
    </form>
  )
}
