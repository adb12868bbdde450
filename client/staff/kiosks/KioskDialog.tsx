/** A kiosk added or changed: its name, its channel, what it offers. */
import type { kiosk } from '../../../api/wire/public.ts'
import { unaccented } from '../../../surveys/wording/folded.ts'
import { Choices } from '../../parts/staff/Choices.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { TextField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { bindFields, useSaving, useTyped } from '../../parts/staff/useSaving.ts'

type Props = {
  page: kiosk.KiosksPage
  /** Null: a new one. */
  line: kiosk.KioskLine | null
  onClose: () => void
  onAdded: (name: string, link: kiosk.KioskLink) => void
  onChanged: () => void
}

export function KioskDialog({ page, line, onClose, onAdded, onChanged }: Props) {
  const { name = '', channel = '', questionnaires = [] } = line ?? {}
  const [typed, change] = useTyped({ name, channel, questionnaires })
  const [errors, saving] = useSaving()
  const field = bindFields(typed, change, errors)
  const save = () => {
    const body = { ...typed, channel: typed.channel || channelOf(typed.name) }
    return saving(async () => {
      if (line) {
        await call('PUT /api/kiosks/:id', { params: { id: line.id }, body })
        onChanged()
      } else onAdded(typed.name, await call('POST /api/kiosks', { body }))
    })
  }
  return (
    <Dialog
      isOpen
      title={line ? `Modifier « ${line.name} »` : 'Ajouter une borne'}
      closeText="Annuler"
      onClose={onClose}
      actions={<DialogButton onPress={save}>{line ? 'Enregistrer' : 'Créer le lien'}</DialogButton>}
    >
      <TextField label="Nom de la borne" help="Le lieu où elle se tient : « Médiathèque, hall »." {...field('name')} />
      <TextField
        label="Canal"
        help="Un mot court écrit avec chaque réponse, pour compter par lieu. Plusieurs bornes peuvent le partager."
        className="field mono"
        placeholder={channelOf(typed.name)}
        {...field('channel')}
      />
      <Choices
        legend="Questionnaires proposés"
        error={errors.questionnaires}
        choices={page.questionnaires.map(({ slug, title }) => ({ value: slug, text: title }))}
        chosen={typed.questionnaires}
        onChange={(questionnaires) => change({ questionnaires })}
      />
    </Dialog>
  )
}

/** « Médiathèque, hall » → « mediatheque-hall » */
const channelOf = (name: string) =>
  unaccented(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
