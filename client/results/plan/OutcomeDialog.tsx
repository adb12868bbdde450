/** What became of a decision: kept, given up, put off or under way, since when, in a few words. */
import { useId, useState } from 'react'
import type { followUp } from '../../../api/wire/public.ts'
import { isEnded, type OutcomeState, outcomeStates } from '../../../surveys/authority/follow-up.ts'
import { dayOf } from '../../../surveys/days.ts'
import { capital } from '../../../surveys/languages.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Dialog } from '../../parts/staff/Dialog.tsx'
import { DayField, TextField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { bindFields, useSaving, useTyped } from '../../parts/staff/useSaving.ts'

/** `onDone`: once it is closed. */
type Props = { decision: followUp.FollowUpPage['decisions'][number]; onClose: () => void; onDone: () => void }

export function OutcomeDialog({ decision: { at, action, on, text, outcome, isPublic }, onClose, onDone }: Props) {
  // what is over is corrected; what goes on is said anew
  const before = isEnded(outcome) ? outcome : undefined
  const [state, setState] = useState<OutcomeState | null>(before?.state ?? null)
  const [typed, change] = useTyped({ text: before?.text ?? '', date: before?.date ?? dayOf(new Date()), until: '' })
  const [errors, saving] = useSaving()
  const field = bindFields(typed, change, errors)
  const nameOfStates = useId()
  const isPutOff = state === 'postponed'
  const save = () =>
    saving(
      async () => {
        const { until, ...said } = typed
        await call('POST /api/plan/outcomes', {
          body: { at, action, on, state: state!, ...said, ...(isPutOff ? { until } : {}) },
        })
        notify('C’est noté. Les documents du comité le reprennent.')
        onClose()
        onDone()
      },
      {
        ...(state === null ? { state: 'Choisissez ce qu’elle est devenue.' } : {}),
        ...(isPutOff && typed.until === '' ? { until: 'Indiquez le nouveau jour.' } : {}),
      },
    )
  return (
    <Dialog
      isOpen
      title="Ce que la décision est devenue"
      closeText="Annuler"
      onClose={onClose}
      actions={
        <Button kind="main" onClick={() => void save()}>
          Noter
        </Button>
      }
    >
      <p>« {text} »</p>
      <fieldset className="form-field" aria-describedby={errors.state ? nameOfStates : undefined}>
        <legend>Elle est</legend>
        <div className="choices">
          {outcomeStates.map((one) => (
            <label key={one.value} className="choice">
              <input type="radio" name="outcome" checked={state === one.value} onChange={() => setState(one.value)} />
              <span>{one.value === 'postponed' ? 'Reportée, à un autre jour' : capital(one.text)}</span>
            </label>
          ))}
        </div>
        {errors.state && (
          <p className="form-error" id={nameOfStates} role="alert">
            {errors.state}
          </p>
        )}
      </fieldset>
      {isPutOff && <DayField label="Reportée au" isRequired {...field('until')} />}
      <TextField
        label={state === 'dropped' || isPutOff ? 'Pourquoi' : 'En quelques mots'}
        isOptional={state !== 'dropped'}
        help={
          isPublic ? 'Les habitants le lisent aussi, sans votre nom\u202f: cette décision leur est montrée.' : undefined
        }
        maxLength={400}
        {...field('text')}
      />
      <DayField label={state === null || isEnded({ state }) ? 'Depuis le' : 'Dit le'} isRequired {...field('date')} />
    </Dialog>
  )
}
