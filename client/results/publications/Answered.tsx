/** Who answered, who is missing, where to go next; and what changed since the wave before. */
import { useCallback } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Grid } from '../Grid.tsx'
import { Notices } from '../Notices.tsx'
import { answers, day } from '../words.ts'
import '../results.css'

export function Answered({ slug }: { slug: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/analyse/:slug/answered', { params: { slug } }), [slug]),
  )
  return (
    <section className="section" aria-labelledby="answered-title">
      <h2 id="answered-title">Qui a répondu, qui manque, où aller</h2>
      <Loading loaded={loaded} again={again}>
        {(page) => (page.publication === null ? <Nothing /> : <Published page={page} />)}
      </Loading>
    </section>
  )
}

const Nothing = () => (
  <p className="empty">
    La comparaison avec la population se lit après une publication : elle dira quelles zones et quels groupes ont moins
    répondu, et où aller.
  </p>
)

function Published({ page: { publication, sentences, tables, waves, mention } }: { page: analyse.AnsweredPage }) {
  return (
    <>
      <Notices publications={[publication]} />
      <ul className="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="two">
        {tables.map((grid) => (
          <Grid key={grid.title} grid={grid} />
        ))}
      </div>
      {publication && (
        <p className="muted small">
          Publication n° {publication.number} du {day(publication.madeAt)}, {answers(publication.responses)}. {mention}
        </p>
      )}
      {waves && <Waves waves={waves} />}
    </>
  )
}

type Waves = NonNullable<analyse.AnsweredPage['waves']>

function Waves({ waves: { earlier, later, changes } }: { waves: Waves }) {
  const limits = [...new Set(changes.flatMap((change) => change.limits))]
  return (
    <div className="grid-block">
      <h3>
        Ce qui a changé : {earlier}, puis {later}
      </h3>
      <DataTable
        caption={`Mêmes questions, ${earlier} et ${later}`}
        isCaptionHidden
        rows={changes}
        keyOf={({ indicator }) => indicator}
        empty="Aucune question commune."
        columns={[
          { title: 'Indicateur', isHeading: true, cell: ({ title }) => title },
          { title: earlier, isNumber: true, cell: (one) => <Value {...one.earlier} /> },
          { title: later, isNumber: true, cell: (one) => <Value {...one.later} /> },
          { title: 'Écart, en points', isNumber: true, cell: ({ change }) => <Change change={change} /> },
          {
            title: 'Établi',
            cell: ({ established }) =>
              established ? (
                <span className="badge" data-kind="good">
                  écart établi
                </span>
              ) : (
                <span className="muted">non établi</span>
              ),
          },
        ]}
      />
      <ul className="limits muted">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </div>
  )
}

const Value = ({ text, interval, base }: Waves['changes'][number]['earlier']) =>
  interval === '' ? (
    <span className="secret">{text}</span>
  ) : (
    <>
      {text}
      <small>
        {interval}, base {base}
      </small>
    </>
  )

const signed = new Intl.NumberFormat('fr-FR', { signDisplay: 'exceptZero', maximumFractionDigits: 0 })

function Change({ change }: Pick<Waves['changes'][number], 'change'>) {
  if (!change) return <span className="muted">–</span>
  return (
    <>
      {signed.format(change.value)}
      <small>
        de {signed.format(change.low)} à {signed.format(change.high)}
      </small>
    </>
  )
}
