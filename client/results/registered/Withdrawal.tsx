/** Takes a series away from the evidence, with the reason; its figures stay in its history. */
import { useState } from 'react'
import type { evidence } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { TextAreaField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'

export function Withdrawal({ page, onDone }: { page: evidence.SeriesPage; onDone: () => void }) {
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [errors, saving] = useSaving()
  const withdraw = () =>
    saving(async () => {
      await call('POST /api/registered/:id/withdrawal', {
        params: { id: page.id },
        body: { after: page.number, reason },
      })
      setIsOpen(false)
      notify('La série est retirée des preuves. Son historique reste.')
      onDone()
    })
  return (
    <>
      <Button kind="quiet" onClick={() => setIsOpen(true)}>
        Retirer des preuves…
      </Button>
      <Dialog
        isOpen={isOpen}
        title="Retirer cette série des preuves"
        closeText="Annuler"
        onClose={() => setIsOpen(false)}
        actions={<DialogButton onPress={withdraw}>Retirer la série</DialogButton>}
      >
        <p>Elle ne sera plus montrée sous le plan. Ses valeurs et son historique restent ici.</p>
        <TextAreaField label="Pourquoi ?" error={errors.reason} rows={3} value={reason} onChange={setReason} />
      </Dialog>
    </>
  )
}
