/** One line a kiosk: where it stands, when it was last heard, how much waits on it. */
import type { kiosk } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { momentText } from '../../parts/staff/dates.ts'

type Line = kiosk.KioskLine
type Props = {
  page: kiosk.KiosksPage
  onLink: (line: Line) => void
  onEdit: (line: Line) => void
  onRevoke: (line: Line) => void
  /** What the tablets sent, and their keys, are for the administrators. */
  onEmptied: ((line: Line) => void) | null
  onAside: ((line: Line) => void) | null
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
            const action = (text: string, press: (line: Line) => void) => (
              <Button kind="quiet" onClick={() => press(line)}>
                {text}
                <span className="visually-hidden"> : {line.name}</span>
              </Button>
            )
            return (
              <div className="actions">
                {action('Nouveau lien', onLink)}
                {action('Modifier', onEdit)}
                {onAside && line.registeredAt !== null && action('Mettre de côté ses réponses', onAside)}
                {line.state !== 'revoked' && action('Retirer', onRevoke)}
                {onEmptied && line.state === 'revoked' && line.queue > 0 && action('File vide', onEmptied)}
              </div>
            )
          },
        },
      ]}
    />
  )
}

const keptWords: Record<kiosk.Kept, string> = {
  kept: 'stockage protégé',
  unpromised:
    'stockage non promis : ce navigateur peut effacer des réponses en attente si la place manque. Laissez la borne en ligne.',
  unanswered: 'stockage : la question du navigateur attend une réponse sur la tablette',
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
      {line.kept !== null && (
        <>
          <br />
          <small className="muted">{keptWords[line.kept]}</small>
        </>
      )}
    </>
  )
}
