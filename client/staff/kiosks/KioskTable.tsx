/** One line a kiosk: where it stands, when it was last heard, how much waits on it. */
import type { kiosk } from '../../../api/wire/public.ts'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { momentText } from '../../parts/staff/dates.ts'

type Line = kiosk.KioskLine
type Props = {
  page: kiosk.KiosksPage
  onLink: (line: Line) => void
  onEdit: (line: Line) => void
  onRevoke: (line: Line) => void
  onEmptied: (line: Line) => void
  onAside: (line: Line) => void
}

export function KioskTable({ page, onLink, onEdit, onRevoke, onEmptied, onAside }: Props) {
  const titleOf = (slug: string) => page.questionnaires.find((one) => one.slug === slug)?.title ?? slug
  return (
    <DataTable
      caption="Bornes"
      rows={page.kiosks}
      empty="Aucune borne pour l’instant. Ajoutez-en une, puis ouvrez son lien sur la tablette."
      columns={[
        {
          title: 'Borne',
          isHeading: true,
          cell: ({ name, channel }) => (
            <>
              {name}
              <br />
              <small className="muted">{channel}</small>
            </>
          ),
        },
        { title: 'Questionnaires', cell: ({ questionnaires }) => questionnaires.map(titleOf).join(', ') },
        { title: 'État', cell: (line) => <State line={line} /> },
        { title: 'En attente', isNumber: true, cell: ({ queue }) => queue },
        {
          title: 'Actions',
          cell: (line) => {
            const named = <span className="visually-hidden"> : {line.name}</span>
            return (
              <div className="actions">
                <button type="button" className="button" data-kind="quiet" onClick={() => onLink(line)}>
                  Nouveau lien{named}
                </button>
                <button type="button" className="button" data-kind="quiet" onClick={() => onEdit(line)}>
                  Modifier{named}
                </button>
                {line.registeredAt !== null && (
                  <button type="button" className="button" data-kind="quiet" onClick={() => onAside(line)}>
                    Mettre de côté ses réponses{named}
                  </button>
                )}
                {line.state === 'revoked' ? (
                  line.queue > 0 && (
                    <button type="button" className="button" data-kind="quiet" onClick={() => onEmptied(line)}>
                      File vide{named}
                    </button>
                  )
                ) : (
                  <button type="button" className="button" data-kind="quiet" onClick={() => onRevoke(line)}>
                    Retirer{named}
                  </button>
                )}
              </div>
            )
          },
        },
      ]}
    />
  )
}

function State({ line }: { line: Line }) {
  if (line.state === 'waiting') return <span className="badge">lien à ouvrir sur la tablette</span>
  if (line.state === 'revoked') return <span className="badge">retirée</span>
  const seen = line.seenAt ? `vue le ${momentText(line.seenAt)}` : 'pas encore vue'
  return (
    <>
      <span className="badge" data-kind={line.isSilent ? 'warm' : 'good'}>
        {line.isSilent ? 'silencieuse' : 'en service'}
      </span>
      <br />
      <small className="muted">
        {seen}
        {line.app && `, version ${line.app}`}
      </small>
    </>
  )
}
