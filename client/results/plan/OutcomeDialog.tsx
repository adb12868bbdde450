/** What became of a decision: kept or given up, since when, in a few words. */
import { useState } from 'react'
import type { followUp } from '../../../api/wire/public.ts'
import { type OutcomeState, outcomeStates } from '../../../surveys/authority/follow-up.ts'
import { dayOf } from '../../../surveys/days.ts'
import { capital } from '../../../surveys/languages.ts'
import { DayField } from '../../parts/staff/DayField.tsx'
import { Dialog } from '../../parts/staff/Dialog.tsx'
import { TextField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'

type Props = { decision: followUp.FollowUpPage['decisions'][number]; onClose: () => void; onDone: () => void }

export function OutcomeDialog({ decision: { at, action, on, text, outcome }, onClose, onDone }: Props) {
  const [state, setState] = useState<OutcomeState>(outcome?.state ?? 'kept')
  const [said, setSaid] = useState(outcome?.text ?? '')
  const [date, setDate] = useState(outcome?.date ?? dayOf(new Date()))
  const [errors, saving] = useSaving()
  const save = () =>
    saving(async () => {
      await call('POST /api/plan/outcomes', { body: { at, action, on, state, text: said, date } })
      notify('C’est noté. Les documents du comité le reprennent.')
      onDone()
    })
  return (
    <Dialog
      isOpen
      title="Ce que la décision est devenue"
      closeText="Annuler"
      onClose={onClose}
      actions={
        <button type="button" className="button" data-kind="main" onClick={() => void save()}>
          Noter
        </button>
      }
    >
      <p>« {text} »</p>
      <fieldset className="form-field">
        <legend>Elle est</legend>
        <div className="choices">
          {outcomeStates.map((one) => (
            <label key={one.value} className="choice">
              <input type="radio" name="outcome" checked={state === one.value} onChange={() => setState(one.value)} />
              <span>{capital(one.text)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label="En quelques mots"
        isOptional
        help="Ce qui a été fait, ou pourquoi elle est abandonnée."
        error={errors.text}
        maxLength={400}
        value={said}
        onChange={setSaid}
      />
      <DayField label="Depuis le" isRequired error={errors.date} value={date} onChange={setDate} />
    </Dialog>
  )
}
