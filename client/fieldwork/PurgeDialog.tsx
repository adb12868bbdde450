/** The second thought before something is deleted for good: the approval, and the number typed again. */
import type { fieldwork } from '../../api/wire/public.ts'
import { Dialog, DialogButton } from '../parts/staff/Dialog.tsx'
import { TextField } from '../parts/staff/Field.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { notify } from '../parts/staff/Toasts.tsx'
import { bindFields, useSaving, useTyped } from '../parts/staff/useSaving.ts'
import { day, number } from './words.ts'

const consequences: Record<fieldwork.PurgeLine['kind'], string> = {
  answers:
    'Les réponses, leurs codes d’invitation et la clé qui les chiffre sont détruits sur ce serveur. Les publications déjà faites restent.',
  contacts: 'Les noms, numéros et adresses disparaissent du disque. Appelez d’abord les personnes qui attendent.',
  encounters:
    'Les notes et les citations de ces rencontres disparaissent du disque. Les documents déjà sortis ne changent pas.',
  journal: 'Les plus anciennes lignes du journal disparaissent. La suite du journal reste vérifiable.',
}

/** What can be promised of our own backups, and no more. */
const backupSentence = (until: string | null) =>
  until === null
    ? 'Aucune de nos sauvegardes ne les contient.'
    : `La dernière de nos sauvegardes qui peut les contenir sera détruite le ${day(until)}.`

type Props = {
  line: fieldwork.PurgeLine
  backupsUntil: string | null
  onClose: () => void
  onDone: () => void
}

export function PurgeDialog({ line, backupsUntil, onClose, onDone }: Props) {
  const { id, kind, title, count, needsApproval } = line
  const [typed, change] = useTyped({ reference: '', count: '' })
  const [errors, saving, isBusy] = useSaving()
  const field = bindFields(typed, change, errors)

  function purge() {
    const problems: Record<string, string> = {}
    const reference = typed.reference.trim()
    if (needsApproval && reference.length < 3)
      problems.reference = 'Indiquez la référence du visa d’élimination des archives.'
    if (Number(typed.count.replace(/\s/g, '')) !== count || typed.count.trim() === '')
      problems.count = `Recopiez le nombre : ${number(count)}.`
    return saving(async () => {
      const done = await call('POST /api/fieldwork/dispose', { body: { id, count, reference } })
      notify(`C’est effacé. ${backupSentence(done.backupsUntil)} La preuve est au journal.`)
      onDone()
    }, problems)
  }
  return (
    <Dialog
      isOpen
      title={`Effacer pour de bon : ${title}`}
      closeText="Ne rien effacer"
      onClose={onClose}
      actions={
        <DialogButton isDanger isDisabled={isBusy} onPress={purge}>
          {isBusy ? 'Effacement…' : `Effacer ${number(count)} ${count > 1 ? 'lignes' : 'ligne'}`}
        </DialogButton>
      }
    >
      <p>{consequences[kind]} Rien ne permet de revenir en arrière.</p>
      {kind !== 'journal' && (
        <p>
          {`${backupSentence(backupsUntil)} Une restauration les effacerait aussitôt. Les copies et les exports faits hors du site ne sont pas connus ici\u202f: détruisez-les vous-même.`}
        </p>
      )}
      {needsApproval && (
        <TextField
          label="Référence du visa d’élimination"
          help="Celle du service d’archives : les réponses d’une collectivité sont des archives publiques."
          maxLength={200}
          {...field('reference')}
        />
      )}
      <TextField
        label={`Pour confirmer, recopiez le nombre : ${number(count)}`}
        data-width="short"
        inputMode="numeric"
        autoComplete="off"
        {...field('count')}
      />
    </Dialog>
  )
}
