/** The collection as it goes: how many sheets, by day, mode and zone. */
import { useCallback, useMemo } from 'react'
import type { analyse } from '../../api/wire.ts'
import { Loading } from '../admin/Loading.tsx'
import { DataTable } from '../parts/staff/DataTable.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Chart } from './Chart.tsx'
import { QuestionnaireNav } from './QuestionnaireNav.tsx'
import { answers, number } from './words.ts'

type Page = analyse.Fieldwork & { title: string }

export function Fieldwork({ slug }: { slug: string }) {
  const [loaded, again] = useLoaded(useCallback(() => call<Page>('GET', `/api/analyse/${slug}/fieldwork`), [slug]))
  return (
    <StaffFrame
      title="La collecte"
      lead={loaded && 'value' in loaded ? loaded.value.title : ''}
      actions={
        <button type="button" className="button" onClick={again}>
          Actualiser
        </button>
      }
    >
      <QuestionnaireNav slug={slug} />
      <Loading loaded={loaded} again={again}>
        {(page) =>
          page.total === 0 && page.days.length === 0 ? (
            <p className="empty">Aucune réponse pour l’instant.</p>
          ) : (
            <Counts page={page} />
          )
        }
      </Loading>
    </StaffFrame>
  )
}

function Counts({ page: { total, days, modes, zones, provisional, zoneSource } }: { page: Page }) {
  const spec = useMemo(() => ({ kind: 'days' as const, days }), [days])
  return (
    <>
      <p className="statement">Environ {answers(total)}.</p>
      <p className="muted">
        Chaque nombre est arrondi à 5 près : rien n’est dit d’une réponse avant la publication des résultats.
      </p>
      <section className="section" aria-labelledby="by-day">
        <h2 id="by-day">Par jour</h2>
        <Chart
          spec={spec}
          label={`Réponses reçues par jour, du ${days[0]?.name} au ${days.at(-1)?.name}. Les nombres sont dans le tableau.`}
          height={220}
        />
        <details>
          <summary>Les mêmes nombres en tableau</summary>
          <Tally caption="Réponses par jour" head="Jour" rows={days} />
        </details>
      </section>
      <div className="two">
        <section className="section">
          <h2>Par mode</h2>
          <Tally caption="Réponses par mode" head="Mode" rows={modes} />
        </section>
        <section className="section">
          <h2>Par zone</h2>
          <Tally caption="Réponses par zone" head="Zone" rows={zones} />
          <p className="muted small">
            {provisional ? 'Zonage provisoire. ' : ''}
            {zoneSource}
          </p>
        </section>
      </div>
    </>
  )
}

const Tally = ({ caption, head, rows }: { caption: string; head: string; rows: analyse.Tally }) => (
  <DataTable
    caption={caption}
    isCaptionHidden
    rows={rows}
    keyOf={({ name }) => name}
    empty="Aucune réponse."
    columns={[
      { title: head, isHeading: true, cell: ({ name }) => name },
      { title: 'Réponses, à 5 près', isNumber: true, cell: ({ count }) => number(count) },
    ]}
  />
)
