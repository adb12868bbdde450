/** Putting the results before everybody, or taking them away again: said plainly, confirmed, noted in the journal. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { addressOf } from '../../parts/api.ts'
import { Choice } from '../../parts/staff/Choices.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { Failure } from '../../parts/staff/Field.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'

type Props = {
  publication: analyse.PublicationLine
  publicNumber: number | null
  unshown: number
  onClose: () => void
  onDone: () => void
}

/**
 * @param publicNumber what everybody reads now; when it is this one, the window offers to take it away
 * @param unshown decisions that inhabitants are not shown
 */
export function PublicDialog({ publication: { slug, number }, publicNumber, unshown, onClose, onDone }: Props) {
  const isOpen = publicNumber === number
  const [withData, setWithData] = useState(true)
  const [failure, setFailure] = useState('')
  async function save() {
    try {
      if (isOpen) await call('POST /api/analyse/:slug/public/close', { params: { slug }, body: {} })
      else
        await call('POST /api/analyse/:slug/publications/:number/public', {
          params: { slug, number },
          body: { withData },
        })
      notify(isOpen ? 'La page publique est retirée.' : `La page publique montre la publication n° ${number}.`)
      onDone()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  const preview = addressOf('GET /api/analyse/:slug/publications/:number/:file', {
    params: { slug, number, file: 'ce-que-vous-avez-dit.fr.html' },
  })
  return (
    <Dialog
      isOpen
      title={isOpen ? 'Retirer la page publique ?' : `Montrer la publication n° ${number} à tout le monde ?`}
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton isDanger={isOpen} onPress={save}>
          {isOpen ? 'Retirer la page' : 'Ouvrir au public'}
        </DialogButton>
      }
    >
      {isOpen ? (
        <p>
          L’adresse <b>/resultats/{slug}</b> dira que ces résultats ne sont plus publiés. Les documents déjà téléchargés
          restent chez ceux qui les ont.
        </p>
      ) : (
        <>
          {publicNumber !== null && (
            <p>
              La page publique montre aujourd’hui la publication n° {publicNumber} : la n° {number} prendra sa place.
            </p>
          )}
          <p>
            Toute personne lira, à l’adresse <b>/resultats/{slug}</b>, ce que les habitants ont dit, les décisions
            marquées « à montrer aux habitants », et quand. En français, en français simplifié, en anglais et en arabe.
            Les mots choisis pour le comité y sont repris tels qu’ils sont aujourd’hui.
          </p>
          {unshown > 0 && (
            <p className="notice" data-kind="warm">
              {unshown === 1
                ? 'Une décision notée ne sera pas montrée'
                : `${unshown} décisions notées ne seront pas montrées`}
              {' : '}
              {unshown === 1 ? 'elle n’est pas marquée' : 'elles ne sont pas marquées'} « à montrer aux habitants ».{' '}
              <Link href="/analyse/suivi">Voir les décisions</Link>
            </p>
          )}
          <p>
            <a href={preview} download>
              Relire la page avant de l’ouvrir
            </a>
          </p>
          <Choice
            checked={withData}
            onChange={setWithData}
            text="Donner aussi les données ouvertes"
            help="Les tableaux protégés (CSV) et les résultats (JSON), à télécharger sous la page."
          />
          <p className="muted small">
            La décision est écrite au journal, avec votre nom. Elle peut être reprise à tout moment.
          </p>
        </>
      )}
      <Failure text={failure} />
    </Dialog>
  )
}
