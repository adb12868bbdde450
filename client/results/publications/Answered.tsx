/** Who answered what was published, beside who lives here; and what changed since the wave before. */
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { isUncertain } from '../../../surveys/charts/uncertain.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { HatchKey, hatchedIn, Picture } from '../finding/Picture.tsx'
import { Grid } from '../Grid.tsx'
import { Notices } from '../Notices.tsx'
import { pointsSaid, signed, unestablishedText, unestablishedTitle } from './wave-gaps.ts'
import '../results.css'

export function Answered({ slug }: { slug: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/analyse/:slug/answered', { params: { slug } }), [slug]),
  )
  return (
    <Loading loaded={loaded} again={again}>
      {(page) => (
        <>
          {page.waves && <Waves waves={page.waves} />}
          {page.publication && (
            <Section id="answered-title" title={`Qui a répondu à la publication n°\u00a0${page.publication.number}`}>
              <Published page={page} />
            </Section>
          )}
        </>
      )}
    </Loading>
  )
}

function Published({ page: { slug, publication, sentences, tables, mention } }: { page: analyse.AnsweredPage }) {
  return (
    <>
      <Notices publications={[publication]} />
      <p className="muted">
        Ses réponses, à côté de la population. Qui relancer aujourd’hui se lit dans{' '}
        <Link href={`/terrain/${slug}/suivi`}>Suivre</Link>, avec tout ce qui est arrivé depuis.
      </p>
      <ul className="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <details>
        <summary>Les tableaux de cette publication</summary>
        <div className="two">
          {tables.map((grid) => (
            <Grid key={grid.title} grid={grid} />
          ))}
        </div>
      </details>
      <p className="muted small">{mention}</p>
    </>
  )
}

type Waves = NonNullable<analyse.AnsweredPage['waves']>

/** What stands is drawn, before and after; what does not is folded. */
function Waves({ waves: { earlier, later, changes } }: { waves: Waves }) {
  const [established, others] = [true, false].map((own) => changes.filter((change) => change.established === own)) as [
    Changes,
    Changes,
  ]
  const why = unestablishedText(changes)
  const limits = [...new Set(changes.flatMap((change) => change.limits))]
  return (
    <section className="section grid-block" aria-labelledby="changes-title">
      <h2 id="changes-title">
        Ce qui a changé : {earlier}, puis {later}
      </h2>
      {established.length === 0 ? (
        <p>Aucun écart n’est établi entre les deux vagues.</p>
      ) : (
        <ul className="all-answers">
          {established.map((change) => (
            <li key={change.indicator}>
              <h3>{change.title}</h3>
              {change.change && <Established change={change.change} />}
              <Picture picture={beforeAfter(change, earlier, later)} />
              <HatchKey bars={hatchedIn(beforeAfter(change, earlier, later))} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details>
          <summary>{unestablishedTitle(others)}</summary>
          {why !== '' && <p>{why}</p>}
          <DataTable
            caption={`Mêmes questions, ${earlier} et ${later}`}
            rows={others}
            keyOf={({ indicator }) => indicator}
            columns={[
              { title: 'Indicateur', isHeading: true, cell: ({ title }) => title },
              { title: earlier, isNumber: true, cell: (one) => <Value {...one.earlier} /> },
              { title: later, isNumber: true, cell: (one) => <Value {...one.later} /> },
              { title: 'Écart, en points', isNumber: true, cell: ({ change }) => <Points change={change} /> },
            ]}
          />
        </details>
      )}
      <ul className="limits muted">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </section>
  )
}

type Changes = Waves['changes']

const beforeAfter = (change: Changes[number], earlier: string, later: string): analyse.Picture => ({
  kind: 'bars',
  by: 'answers',
  end: 1,
  left: [],
  bars: ([change.earlier, change.later] as const).map(({ estimate, text, interval }, at) => ({
    label: at === 0 ? earlier : later,
    estimate,
    text,
    interval,
    isLead: at === 1,
    isUncertain: isUncertain(estimate),
  })),
})

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

function Established({ change }: { change: NonNullable<Changes[number]['change']> }) {
  const [lead, rest] = pointsSaid(change)
  return (
    <p>
      <b>{lead}</b>
      {rest}
    </p>
  )
}

function Points({ change }: Pick<Changes[number], 'change'>) {
  if (!change) return <span className="muted">–</span>
  const within = `de ${signed(change.low)} à ${signed(change.high)}`
  if (change.value === null) return within
  return (
    <>
      {signed(change.value)}
      <small>{within}</small>
    </>
  )
}
