/** The collection as it goes: how many responses, by day, mode and zone; then who answered, who is missing, where to go. */
import { useCallback, useMemo } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { roughly } from '../../fieldwork/words.ts'
import { Chart } from '../../parts/charts/Chart.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { answers, day, number } from '../words.ts'
import { Answered } from './Answered.tsx'

type Page = analyse.Fieldwork & { title: string }

export function Fieldwork({ slug }: { slug: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/analyse/:slug/fieldwork', { params: { slug } }), [slug]),
  )
  return (
    <StaffFrame
      title="Suivi"
      lead="Qui répond, et qui manque encore."
      questionnaire={{ slug, title: loaded && 'value' in loaded ? loaded.value.title : '', stage: 'follow' }}
      isWide
      actions={
        <button type="button" className="button" onClick={again}>
          Actualiser
        </button>
      }
    >
      <Loading loaded={loaded} again={again}>
        {(page) =>
          page.total === 0 && page.days.length === 0 ? (
            <p className="empty">
              {page.aside > 0
                ? `Aucune réponse ne compte : environ ${answers(page.aside)}, toutes mises de côté.`
                : 'Aucune réponse pour l’instant. Partagez l’adresse du questionnaire : la première paraîtra ici.'}
            </p>
          ) : (
            <>
              <Counts page={page} />
              <Answered slug={slug} />
            </>
          )
        }
      </Loading>
    </StaffFrame>
  )
}

function Counts({ page: { total, days, modes, zones, provisional, zoneSource } }: { page: Page }) {
  const spec = useMemo(() => ({ kind: 'days' as const, days }), [days])
  const [first, last] = [days[0], days.at(-1)]
  return (
    <>
      <div>
        <p className="statement">{roughly(total)}</p>
        <p className="muted">
          Chaque nombre est arrondi à 5 près : rien n’est dit d’une réponse avant la publication des résultats.
        </p>
      </div>
      <div className="collecting">
        <section className="by-day" aria-labelledby="by-day">
          <h2 id="by-day">Par jour</h2>
          {days.length > 1 && first && last ? (
            <Chart
              spec={spec}
              label={`Réponses reçues par jour, du ${day(first.name)} au ${day(last.name)}. Les nombres sont dans le tableau.`}
              height={240}
            />
          ) : (
            <p>{first && `Toutes sont arrivées le ${day(first.name)}.`}</p>
          )}
          <details>
            <summary>Les mêmes nombres en tableau</summary>
            <DataTable
              caption="Réponses par jour"
              isCaptionHidden
              rows={days.toReversed()}
              keyOf={({ name }) => name}
              empty="Aucune réponse."
              columns={[
                { title: 'Jour', isHeading: true, cell: ({ name }) => day(name) },
                { title: 'Réponses, à 5 près', isNumber: true, cell: ({ count }) => number(count) },
              ]}
            />
          </details>
        </section>
        <Tally title="Par mode" rows={modes} />
        <Tally
          title="Par zone"
          rows={zones}
          note={`${provisional ? 'Zonage provisoire. ' : ''}${zoneSource.replace(/\.$/, '')}.`}
        />
      </div>
    </>
  )
}

/** Counts as lines of a table, each with a bar of its length. */
function Tally({ title, rows, note }: { title: string; rows: analyse.Tally; note?: string }) {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <section>
      <h2>{title}</h2>
      <table className="tally">
        <caption className="visually-hidden">{title}, à 5 réponses près</caption>
        <tbody>
          {rows.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * count) / most} height="10" />
                </svg>
              </td>
              <td data-number>{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p className="muted small">{note}</p>}
    </section>
  )
}
