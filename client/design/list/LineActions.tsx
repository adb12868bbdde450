/** What can be done with a questionnaire of the list, asked once more when it cannot be taken back. */
import { useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify, orNotify } from '../../parts/staff/Toasts.tsx'

type Props = { line: design.DesignLine; onCopy: () => void; onChanged: () => void }
type Deed = 'archive' | 'restore' | 'drop'

export function LineActions({ line, onCopy, onChanged }: Props) {
  const { slug, title, status, version, hasDraft } = line
  const [asked, setAsked] = useState<Deed | null>(null)
  const isArchived = status === 'archived'
  const mayArchive = !isArchived && version !== null && status === 'closed'
  const params = { slug }
  async function act(deed: Deed) {
    setAsked(null)
    await orNotify(async () => {
      if (deed === 'drop') await call('DELETE /api/design/:slug', { params })
      else await call(`POST /api/design/:slug/${deed}`, { params, body: {} })
      notify(done[deed])
    })
    onChanged()
  }
  const button = (text: string, press: () => void) => (
    <Button kind="quiet" onClick={press}>
      {text}
      <span className="visually-hidden"> « {title} »</span>
    </Button>
  )
  return (
    <div className="actions">
      {button('Dupliquer', onCopy)}
      {hasDraft && button('Supprimer le brouillon', () => setAsked('drop'))}
      {mayArchive && button('Archiver', () => setAsked('archive'))}
      {isArchived && button('Restaurer', () => act('restore'))}
      <Dialog
        isOpen={asked !== null}
        title={asked === 'drop' ? `Supprimer le brouillon de « ${title} » ?` : `Archiver « ${title} » ?`}
        closeText="Annuler"
        onClose={() => setAsked(null)}
        actions={
          asked && (
            <DialogButton isDanger onPress={() => act(asked)}>
              {asked === 'drop' ? 'Supprimer le brouillon' : 'Archiver'}
            </DialogButton>
          )
        }
      >
        <p>
          {asked === 'drop'
            ? version === null
              ? 'Tout ce qui est écrit dans ce questionnaire disparaît, pour tout le monde.'
              : 'Les changements préparés disparaissent. La version en cours n’est pas touchée.'
            : 'Il quitte la liste, ses réponses et ses résultats restent. Il peut être restauré.'}
        </p>
      </Dialog>
    </div>
  )
}

const done: Record<Deed, string> = {
  archive: 'Le questionnaire est archivé.',
  restore: 'Le questionnaire est de retour dans la liste.',
  drop: 'Le brouillon est supprimé.',
}
