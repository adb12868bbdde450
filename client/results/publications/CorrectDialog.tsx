/** A publication found wrong: an erratum beside its figures, or its withdrawal for good. */
import { useState } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { OneOf } from '../../parts/staff/Choices.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { NoteField } from '../../parts/staff/NoteField.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { afterWithdrawal } from './after-withdrawal.ts'

type Kind = NonNullable<analyse.PublicationLine['notices']>[number]['kind']
const kindsWith = (after: string, isPublic: boolean): { value: Kind; text: string; help: string }[] => [
  {
    value: 'erratum',
    text: 'Publier un erratum',
    help: 'Les chiffres restent. Votre phrase paraît au-dessus d’eux, sur chaque page et chaque document.',
  },
  {
    value: 'withdrawal',
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
          {kinds.find(({ value }) => value === kind)!.text}
        </DialogButton>
      }
    >
      <OneOf legend="Que faut-il faire ?" choices={kinds} chosen={kind} onChange={setKind} />
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
