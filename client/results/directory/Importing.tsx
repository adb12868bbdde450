/** /gerer/annuaire/importer: a table pasted or chosen, said card by card before anything is saved. */
import { Link } from 'wouter'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { PastedTable } from '../../staff/tables/pasted/PastedTable.tsx'
import { usePasted } from '../../staff/tables/pasted/usePasted.ts'

export function Importing() {
  const pasted = usePasted('directory-table', {
    read: (text) => call('POST /api/directory/import/read', { body: { text } }),
    store: (text) => call('POST /api/directory/import', { body: { text } }),
    onStored: () => notify('Les fiches sont enregistrées.'),
  })
  const { read, toStore } = pasted
  const unknown = read?.page.ignored ?? []
  return (
    <StaffFrame
      title="Coller un tableau de fiches"
      lead="Depuis un tableur, ou un fichier CSV. Rien n’est enregistré avant que vous l’ayez relu."
    >
      <nav aria-label="Retour" className="rooms room-nav">
        <Link href="/gerer/annuaire">← Annuaire des acteurs</Link>
      </nav>
      <PastedTable
        pasted={pasted}
        help="Nom, Genre, Ce qui est proposé, Thèmes, Âges, Commune, Lieu, Horaires, Tout le territoire, Téléphone, Courriel, Site, Actions du plan, Accord de, Accord le. Une structure qui a plusieurs lieux prend plusieurs lignes. Une fiche déjà là est reconnue à son nom."
        save={`Enregistrer ${toStore} ${toStore < 2 ? 'fiche' : 'fiches'}`}
        more={
          unknown.length > 0 && (
            <p className="notice" data-kind="warm">
              Colonnes inconnues, laissées de côté : {unknown.join(', ')}.
            </p>
          )
        }
      />
    </StaffFrame>
  )
}
