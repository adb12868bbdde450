/** A decision as it is noted or corrected: the committee’s words, who carries it, for when, its day; folded, the action and what is followed. */

import { useId } from 'react'
import { levelHeading } from '../../../surveys/authority/levels.ts'
import { actions, objectives } from '../../../surveys/authority/plan.ts'
import { dayOf } from '../../../surveys/days.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Choice } from '../../parts/staff/Choices.tsx'
import { DayField, SelectField, TextField } from '../../parts/staff/Field.tsx'
import { NoteField } from '../../parts/staff/NoteField.tsx'
import { bindFields, submits, useSavingHere, useTyped } from '../../parts/staff/useSaving.ts'

export type DecisionBody = {
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
  send: (body: DecisionBody) => Promise<unknown>
  /** What was typed stays until it has shown what was noted. */
  onDone: () => void | Promise<void>
}

export function DecisionForm({ objective, action, send, onDone }: Props) {
  const proposed = action ?? objectives().find(({ number }) => number === objective)?.action ?? null
  const blank = (): DecisionBody => ({
    text: '',
    date: dayOf(new Date()),
    action: proposed,
    pilot: '',
    due: '',
    indicator: '',
    isPublic: false,
  })
  const { fields, change, saving, isSaving } = useDecision(blank)
  const save = () =>
    saving(async () => {
      await send(fields.body)
      await onDone()
      change(blank())
    })
  return (
    <form className="decide no-print" onSubmit={submits(save)}>
      <DecisionFields
        label="Noter une décision"
        help="Elle s’ajoute aux précédentes, qui restent."
        isOnAction={action !== undefined}
        {...fields}
      />
      <Button type="submit" kind="main" disabled={isSaving}>
        Noter la décision
      </Button>
    </form>
  )
}

/** What is typed of a decision; what was refused of it is said until something is put right. */
export function useDecision(first: DecisionBody | (() => DecisionBody)) {
  const [body, change] = useTyped(first)
  const { errors, failure, saving, isSaving, forget } = useSavingHere()
  const putRight = (part: Partial<DecisionBody>) => {
    change(part)
    forget()
  }
  return { fields: { failure, errors, body, change: putRight }, change, saving, isSaving }
}

type FieldsProps = {
  label: string
  help: string
  /** Taken on an action: it engages that one, and inhabitants do not read it. */
  isOnAction: boolean
  failure: string
  errors: Record<string, string>
  body: DecisionBody
  change: (part: Partial<DecisionBody>) => void
}

export function DecisionFields({ label, help, isOnAction, failure, errors, body, change }: FieldsProps) {
  const pilotsId = useId()
  const pilots = actions().find(({ number }) => number === body.action)?.pilots ?? []
  const field = bindFields(body, change, errors)
  return (
    <>
      <NoteField
        label={label}
        help={help}
        // a field that was refused says so itself
        failure={Object.keys(errors).length === 0 ? failure : (errors.text ?? '')}
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
          placeholder="Structure ou fonction"
          maxLength={120}
          list={pilotsId}
          {...field('pilot')}
        />
        <datalist id={pilotsId}>
          {pilots.map((pilot) => (
            <option key={pilot} value={pilot} />
          ))}
        </datalist>
        <DayField label="Pour quand" isOptional {...field('due')} />
        <DayField label="Date de la décision" isRequired value={body.date} onChange={(date) => change({ date })} />
      </div>
      {!isOnAction && (
        <Choice
          checked={body.isPublic}
          onChange={(isPublic) => change({ isPublic })}
          text="À montrer aux habitants"
          help="Elle paraît sur la page publique des résultats, avec son échéance et sans votre nom."
        />
      )}
      <details>
        <summary>{isOnAction ? 'Ce qu’on suivra' : `${levelHeading('action')} du plan, et ce qu’on suivra`}</summary>
        <div className="form">
          {!isOnAction && (
            <SelectField
              label={`${levelHeading('action')} du plan`}
              error={errors.action}
              value={body.action ?? ''}
              choices={actions().map(({ number, title }) => ({ value: number, text: `${number}. ${title}` }))}
              onChange={(action) => change({ action: action || null })}
            />
          )}
          <TextField
            label="À quoi on verra qu’elle est suivie"
            isOptional
            help="Un résultat, un décompte du carnet ou un chiffre relevé : « familles présentes aux ateliers itinérants »."
            maxLength={200}
            {...field('indicator')}
          />
        </div>
      </details>
    </>
  )
}
