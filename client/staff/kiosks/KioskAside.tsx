/** Every response a kiosk gave, set aside at once: how many, from which day on, and why. */
import { useEffect, useState } from 'react'
import type { kiosk } from '../../../api/wire/public.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { TextField } from '../../parts/staff/Field.tsx'
import { missingReason, ReasonField } from '../../parts/staff/NoteField.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify, notifyProblem } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'

type Props = { line: Pick<kiosk.KioskLine, 'id' | 'name'>; onClose: () => void; onDone: () => void }

export function KioskAside({ line: { id, name }, onClose, onDone }: Props) {
  const [since, setSince] = useState('')
  const [reason, setReason] = useState('')
  const [count, setCount] = useState<number | null>(null)
  const [errors, saving] = useSaving()
  useEffect(() => {
    let isWanted = true
    setCount(null)
    call('GET /api/kiosks/:id/responses', { params: { id }, query: since === '' ? {} : { since } }).then(
      (found) => isWanted && setCount(found.count),
      (error) => isWanted && notifyProblem(sentenceOf(error)),
    )
    return () => {
      isWanted = false
    }
  }, [id, since])
  const setAside = () =>
    saving(async () => {
      const body = { since: since === '' ? null : since, reason: reason.trim() }
      const done = await call('POST /api/kiosks/:id/aside', { params: { id }, body })
      notify(done.count === 1 ? 'Une réponse est mise de côté.' : `${done.count} réponses sont mises de côté.`)
      onDone()
    }, missingReason(reason))
  return (
    <Dialog
      isOpen
      title={`Mettre de côté les réponses de « ${name} » ?`}
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton isDanger isDisabled={!count} onPress={setAside}>
          Mettre de côté
        </DialogButton>
      }
    >
      <p role="status">
        <b>{sentenceOfCount(count)}</b>
      </p>
      <p>
        Elles restent dans la base et ne comptent plus dans les prochaines publications. Vous pourrez les compter de
        nouveau depuis les réponses à vérifier de chaque questionnaire.
      </p>
      <TextField
        label="Reçues à partir du"
        isOptional
        help="Le jour du vol, par exemple. Sans date : toutes. Les réponses faites avant et arrivées après en font partie."
        error={errors.since}
        type="date"
        value={since}
        onChange={setSince}
      />
      <ReasonField failure={errors.reason ?? ''} value={reason} onChange={setReason} />
    </Dialog>
  )
}

function sentenceOfCount(count: number | null): string {
  if (count === null) return 'Un instant : les réponses sont comptées…'
  if (count === 0) return 'Aucune réponse de cette borne.'
  return count === 1 ? 'Une réponse est concernée.' : `${count} réponses sont concernées.`
}
