/** Responses that came from kiosks and cannot be counted as they are: why, and what to do with each. */
import type { kiosk } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { momentText } from '../../parts/staff/dates.ts'

type Props = { page: kiosk.KiosksPage; decide: (id: string, decision: 'keep' | 'drop') => void }

/** What no decision can make count. */
const hopeless = new Set(['refused', 'differs', 'unknown', 'unreadable', 'trial-over', 'stranger'])

export function KioskQuarantine({ page, decide }: Props) {
  if (page.quarantine.length === 0) return null
  const titleOf = (slug: string | null) => page.questionnaires.find((one) => one.slug === slug)?.title ?? slug ?? '?'
  return (
    <section className="section">
      <h2>Fiches mises de côté</h2>
      <p className="muted">Leur contenu reste scellé : décidez d’après le motif et les dates.</p>
      <DataTable
        caption="Fiches mises de côté"
        rows={page.quarantine}
        columns={[
          { title: 'Borne', isHeading: true, cell: ({ kiosk: name }) => name },
          { title: 'Questionnaire', cell: ({ questionnaire }) => titleOf(questionnaire) },
          { title: 'Motif', cell: ({ words }) => words },
          { title: 'Terminée', cell: ({ answeredAt }) => (answeredAt ? momentText(answeredAt) : '?') },
          { title: 'Arrivée', cell: ({ receivedAt }) => momentText(receivedAt) },
          {
            title: 'Décision',
            cell: ({ id, why, words }) => (
              <div className="actions">
                {!hopeless.has(why) && (
                  <Button kind="quiet" onClick={() => decide(id, 'keep')}>
                    Compter<span className="visually-hidden"> la fiche {words}</span>
                  </Button>
                )}
                <Button kind="quiet" onClick={() => decide(id, 'drop')}>
                  Écarter<span className="visually-hidden"> la fiche {words}</span>
                </Button>
              </div>
            ),
          },
        ]}
      />
    </section>
  )
}
