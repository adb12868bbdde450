/** A publication found wrong: an erratum beside its figures, or its withdrawal for good. */
import { useState } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { NoteField } from '../../parts/staff/NoteField.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { afterWithdrawal } from './after-withdrawal.ts'

type Kind = NonNullable<analyse.PublicationLine['notices']>[number]['kind']
const kindsWith = (after: string, isPublic: boolean): { kind: Kind; text: string; help: string }[] => [
  {
    kind: 'erratum',
    text: 'Publier un erratum',
    help: 'Les chiffres restent. Votre phrase paraît au-dessus d’eux, sur chaque page et chaque document.',
  },
  {
    kind: 'withdrawal',
    text: 'Retirer la publication',
    help: `Pour de bon. ${after} Les données de celle-ci ne sont plus données.${
      isPublic
        ? ' Les habitants liront sur la page publique «\u202fCes résultats ne sont plus publiés\u202f», la date et votre phrase.'
        : ''
    }`,
  },
]

/** `standing`: numbers of those that are not withdrawn. `publicNumber`: of what everybody reads. */
type Props = {
  publication: analyse.PublicationLine
  standing: readonly number[]
  publicNumber: number | null
  onClose: () => void
  onDone: () => void
}

export function CorrectDialog({ publication: { slug, number }, standing, publicNumber, onClose, onDone }: Props) {
  const kinds = kindsWith(afterWithdrawal(number, standing), publicNumber === number)
  const [kind, setKind] = useState<Kind>('erratum')
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState('')
  const least = 10
  async function save() {
    if (reason.trim().length < least) return setFailure('Écrivez en une phrase ce qui est faux, et ce qui est juste.')
    try {
      const params = { slug, number }
      await call('POST /api/analyse/:slug/publications/:number/notices', { params, body: { kind, reason } })
      notify(kind === 'erratum' ? 'L’erratum est publié.' : 'La publication est retirée.')
      onDone()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <Dialog
      isOpen
      title={`Une erreur dans la publication n° ${number} ?`}
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton isDanger={kind !== 'erratum'} onPress={save}>
          {kinds.find((one) => one.kind === kind)!.text}
        </DialogButton>
      }
    >
      <fieldset className="form-field">
        <legend>Que faut-il faire ?</legend>
        <div className="choices">
          {kinds.map((one) => (
            <label key={one.kind} className="choice">
              <input type="radio" name="correction" checked={one.kind === kind} onChange={() => setKind(one.kind)} />
              <span>
                <b>{one.text}</b>
                <small>{one.help}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <NoteField
        label="Ce qui est faux"
        help="Une phrase que tout le monde peut lire. Elle est écrite au journal, avec votre nom."
        failure={failure}
        least={least}
        most={1000}
        lines={3}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  )
}
