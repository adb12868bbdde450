/** /carnet/importer: a table pasted or chosen, said row by row before anything is stored; pasted again, nothing counts twice. */
import { useState } from 'react'
import { Link } from 'wouter'
import { Choice } from '../parts/staff/Choices.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { notify } from '../parts/staff/Toasts.tsx'
import { outcomeOrder, outcomeText, PastedTable } from '../staff/tables/pasted/PastedTable.tsx'
import { usePasted } from '../staff/tables/pasted/usePasted.ts'
import { counted } from './words.ts'

const example =
  'Date\tActivité\tCommune\tPersonnes\tHeures\tObjectifs\n12/03/2026\tAtelier parents-enfants\t\t14\t2\t19'

export function Importing() {
  const [areOthers, setOthers] = useState(false)
  const pasted = usePasted('action-log-table', {
    read: (text) => call('POST /api/action-log/import/read', { body: { text, areOthers } }),
    store: (text) => call('POST /api/action-log/import', { body: { text, areOthers } }),
    onStored: ({ counts }) =>
      notify(
        `${counted(counts.new, 'séance ajoutée', 'séances ajoutées')}, ${counted(counts.corrected, 'corrigée', 'corrigées')}.`,
      ),
  })
  const { read, toStore } = pasted
  return (
    <StaffFrame
      title="Coller un tableau"
      lead="Depuis un tableur, ou un fichier CSV. Rien n’est enregistré avant que vous l’ayez relu."
    >
      <p>
        <Link href="/carnet">Tout le carnet</Link>
      </p>
      <PastedTable
        pasted={pasted}
        help="« Date » et « Activité » suffisent. L’export du carnet montre toutes les colonnes ; il peut être collé ici après correction."
        placeholder={example}
        save={`Enregistrer ${counted(toStore, 'ligne', 'lignes')}`}
        more={
          read && (
            <>
              <p>
                {outcomeOrder
                  .filter((outcome) => read.page.counts[outcome] > 0)
                  .map((outcome) => `${outcomeText(outcome, read.isDone).toLowerCase()} : ${read.page.counts[outcome]}`)
                  .join(' · ')}
              </p>
              {read.page.ignored.length > 0 && (
                <p className="notice" data-kind="warm">
                  {counted(
                    read.page.ignored.length,
                    'colonne n’est pas connue et sera laissée',
                    'colonnes ne sont pas connues et seront laissées',
                  )}{' '}
                  de côté : {read.page.ignored.join(', ')}.
                </p>
              )}
              {!read.isDone && read.page.counts.alike > 0 && (
                <Choice
                  checked={areOthers}
                  onChange={(isChosen) => {
                    setOthers(isChosen)
                    pasted.forget()
                  }}
                  text="Ajouter aussi les lignes qui ressemblent à une séance déjà notée"
                  help="Même activité, même commune, même jour : le plus souvent, c’est la même. Relisez après avoir coché."
                />
              )}
            </>
          )
        }
      >
        {read && read.page.counts.refused > 0 && (
          <p className="muted">
            {read.isDone
              ? 'Corrigez ces lignes dans le texte ci-dessus et relisez : ce qui est déjà enregistré ne comptera pas deux fois.'
              : 'Les lignes à corriger restent dans le texte : vous pouvez enregistrer les autres d’abord.'}
          </p>
        )}
      </PastedTable>
    </StaffFrame>
  )
}
