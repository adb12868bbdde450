/** A decision said otherwise: a slip of the pen, another who or when, shown to inhabitants or not. What was said stays beside it. */
import { useState } from 'react'
import type { FormerWords } from '../../../surveys/authority/follow-up.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { type DecisionBody, DecisionFields, useDecision } from './DecisionForm.tsx'

export type Correctable = Partial<DecisionBody> & {
  at: string
  text: string
  date: string
  /** Finding it was taken on; null = an action. */
  on: { questionnaire: string; indicator: string } | null
  former?: readonly FormerWords[] | undefined
}
/** `onDone`: once it is closed. */
type Props = { decision: Correctable; onClose: () => void; onDone: () => void }

function CorrectionDialog({ decision, onClose, onDone }: Props) {
  const { at, on, text, date, action = null, pilot = '', due = '', indicator = '', isPublic = false } = decision
  const { fields, saving, isSaving } = useDecision({ text, date, action, pilot, due, indicator, isPublic })
  const save = () =>
    saving(async () => {
      await call('POST /api/plan/corrections', { body: { at, on, ...fields.body } })
      onClose()
      onDone()
    })
  return (
    <Dialog
      isOpen
      isWide
      title="Corriger la décision"
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton isDisabled={isSaving} onPress={() => void save()}>
          Enregistrer
        </DialogButton>
      }
    >
      <div className="decide">
        <DecisionFields
          label="Ce qui est décidé"
          help={`Ce qui était écrit reste lisible ici et au journal. Les documents déjà remis ne changent pas${
            isPublic ? '\u202f; la page publique dira le jour de la correction' : ''
          }.`}
          isOnAction={on === null}
          {...fields}
        />
      </div>
    </Dialog>
  )
}

/** A decision to correct: what opens its window, and the window. */
export function useCorrection(onDone: (corrected: Correctable) => void) {
  const [corrected, correct] = useState<Correctable | null>(null)
  const correction = corrected && (
    <CorrectionDialog decision={corrected} onClose={() => correct(null)} onDone={() => onDone(corrected)} />
  )
  return { correct, correction }
}
