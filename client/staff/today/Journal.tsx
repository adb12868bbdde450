/** The journal of deeds: who did what, and when. Read only. */
import { useCallback, useState } from 'react'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { dayText, momentText } from '../../parts/staff/dates.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify, notifyProblem, orNotify } from '../../parts/staff/Toasts.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'

/** « a retiré l’accès de camille.roux », « a publié : familles » */
const deedText = (words: string, about: string) =>
  about === '' ? words : / (de|à)$/.test(words) ? `${words} ${about}` : `${words} : ${about}`

/** A day as people say it. */
const said = (value: unknown): string =>
  /^\d{4}-\d{2}-\d{2}(T|$)/.test(String(value)) ? dayText(String(value)) : String(value)

export function Journal() {
  const [page, setPage] = useState(0)
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/audit', { query: { page } }), [page]))
  async function verify() {
    await orNotify(async () => {
      const { lines, faults } = await call('GET /api/audit/verify')
      if (faults.length === 0) notify(`Le journal est entier : ${lines} lignes, aucune changée ni retirée.`)
      else
        notifyProblem(
          `Le journal a été modifié : ${faults
            .slice(0, 3)
            .map(({ number, why }) => `la ligne ${number} ${why}`)
            .join(' ; ')}.`,
        )
    })
  }
  return (
    <StaffFrame
      title="Journal"
      lead="Qui a fait quoi, et quand. Aucune réponse n’y figure, et aucune ligne ne peut être changée sans que cela se voie."
      actions={<Button onClick={verify}>Vérifier le journal</Button>}
    >
      <Loading loaded={loaded} again={again}>
        {({ lines, pages }) => (
          <>
            <DataTable
              caption="Journal"
              rows={lines}
              keyOf={({ number }) => number}
              empty="Rien pour l’instant."
              columns={[
                { title: 'N°', isNumber: true, cell: ({ number }) => number },
                { title: 'Quand', cell: ({ at }) => momentText(at) },
                { title: 'Qui', isHeading: true, cell: ({ who }) => (who === 'operateur' ? 'Sur le serveur' : who) },
                { title: 'Quoi', cell: ({ words, about }) => deedText(words, about) },
                {
                  title: 'Précisions',
                  cell: ({ details }) =>
                    Object.entries(details)
                      .map(([name, value]) => `${name}\u202f: ${said(value)}`)
                      .join(' · '),
                },
              ]}
            />
            {pages > 1 && (
              <div className="actions">
                <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
                  Plus récent
                </Button>
                <Button disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
                  Plus ancien
                </Button>
              </div>
            )}
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}
