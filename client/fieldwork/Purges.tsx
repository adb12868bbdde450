/** What is stored only for a time: what is due, what comes next, and the proof of what was deleted. */
import { useState } from 'react'
import type { fieldwork } from '../../api/wire/public.ts'
import { Button } from '../parts/forms/Button.tsx'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { momentText } from '../parts/staff/dates.ts'
import { PurgeDialog } from './PurgeDialog.tsx'
import { about, day, number } from './words.ts'

type Props = {
  lines: fieldwork.PurgeLine[]
  proofs: fieldwork.PurgeProof[]
  isDoubted: boolean
  backupsUntil: string | null
  onDone: () => void
}

export function Purges({ lines, proofs, isDoubted, backupsUntil, onDone }: Props) {
  const [chosen, setChosen] = useState<fieldwork.PurgeLine | null>(null)
  return (
    <section className="section" aria-labelledby="effacements">
      <div>
        <h2 id="effacements">Effacements</h2>
        <p className="muted">
          Chaque chose gardée a une fin, d’après vos réglages. Le jour venu, une personne confirme, avec le visa des
          archives quand il en faut un. Seules les coordonnées laissées partent d’elles-mêmes, comme il a été dit à
          chacun ; vous pouvez les effacer plus tôt, une fois leur mois fini.
        </p>
      </div>
      <DataTable
        caption="Ce qui est à effacer, et ce qui le sera"
        rows={lines}
        empty="Rien n’est à effacer pour l’instant."
        columns={[
          { title: 'Quoi', isHeading: true, cell: ({ title }) => title },
          {
            title: 'Nombre',
            isNumber: true,
            cell: ({ count, isErasable }) => (isErasable ? number(count) : about(count)),
          },
          {
            title: 'À effacer',
            cell: ({ due, isDue, kind }) =>
              isDue ? (
                <span className="badge" data-kind="warm">
                  depuis le {day(due)}
                </span>
              ) : (
                `${kind === 'contacts' ? 'd’elles-mêmes le' : 'à partir du'} ${day(due)}`
              ),
          },
          {
            title: 'Action',
            cell: (line) =>
              line.isErasable ? (
                <Button kind="danger" disabled={isDoubted} onClick={() => setChosen(line)}>
                  Effacer…<span className="visually-hidden"> {line.title}</span>
                </Button>
              ) : (
                <span className="muted">pas encore</span>
              ),
          },
        ]}
      />
      {proofs.length > 0 && (
        <details>
          <summary>Ce qui a été effacé ({proofs.length})</summary>
          <DataTable
            caption="Preuves d’effacement"
            rows={proofs}
            keyOf={({ at, title }) => `${at} ${title}`}
            columns={[
              { title: 'Quoi', isHeading: true, cell: ({ title }) => title },
              { title: 'Nombre', isNumber: true, cell: ({ count }) => number(count) },
              { title: 'Quand', cell: ({ at }) => momentText(at) },
              { title: 'Par', cell: ({ by }) => by },
              { title: 'Visa des archives', cell: ({ reference }) => reference || 'sans objet' },
              {
                title: 'Dans nos sauvegardes',
                cell: ({ backupsUntil }) => (backupsUntil === null ? 'non' : `jusqu’au ${day(backupsUntil)}`),
              },
            ]}
          />
        </details>
      )}
      {chosen && (
        <PurgeDialog
          line={chosen}
          backupsUntil={backupsUntil}
          onClose={() => setChosen(null)}
          onDone={() => {
            setChosen(null)
            onDone()
          }}
        />
      )}
    </section>
  )
}
