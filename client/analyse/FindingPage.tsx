/** One finding: the sentence, the chart with its interval, what it rests on, what it does not say, the decision. */
import { type FormEvent, useCallback, useState } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../api/wire.ts'
import { Loading } from '../admin/Loading.tsx'
import { Field } from '../parts/staff/Field.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Chart } from './Chart.tsx'
import { barsSpec } from './charts/specs.ts'
import { Grid } from './Grid.tsx'
import { Strength } from './Strength.tsx'
import { WeekMap } from './WeekMap.tsx'
import { answers, day, number } from './words.ts'

export function FindingPage({ slug, indicator }: { slug: string; indicator: string }) {
  const [loaded, again] = useLoaded(
    useCallback(
      () => call<analyse.FindingPage>('GET', `/api/analyse/${slug}/findings/${indicator}`),
      [slug, indicator],
    ),
  )
  const title = loaded && 'value' in loaded ? loaded.value.finding.title : 'Résultat'
  return (
    <StaffFrame title={title}>
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <article className="finding">
            <nav aria-label="Retour" className="rooms">
              <Link href={`/analyse/objectif/${page.finding.objective}`}>← Objectif {page.finding.objective}</Link>
              <Link href={`/analyse/${slug}/questions?q=${encodeURIComponent(page.finding.source.field)}`}>
                Explorer cette question
              </Link>
            </nav>
            <p className="statement">{page.finding.sentence}</p>
            <p className="tile-foot">
              <Strength strength={page.finding.strength} />
            </p>
            <Drawing page={page} />
            <Grounds page={page} />
            <Deciding page={page} again={again} />
            {page.tables.slice(1).map(({ grid, chart }) => (
              <section key={grid.title} className="section">
                <h2>{grid.title}</h2>
                {chart && <Chart spec={barsSpec(chart)} label={chart.alt} height={chart.bars.length * 38 + 60} />}
                <Grid grid={grid} />
              </section>
            ))}
          </article>
        )}
      </Loading>
    </StaffFrame>
  )
}

function Drawing({ page: { finding, tables } }: { page: analyse.FindingPage }) {
  const { chart } = finding
  const first = tables[0]
  return (
    <section className="section">
      {chart?.kind === 'bars' && (
        <>
          <h2>{chart.title}</h2>
          <p className="muted">{chart.base}</p>
          <Chart spec={barsSpec(chart)} label={chart.alt} height={chart.bars.length * 38 + 60} />
        </>
      )}
      {chart?.kind === 'week' && <WeekMap chart={chart} />}
      {first ? <Grid grid={first.grid} /> : <p className="empty">Trop peu de réponses pour montrer un graphique.</p>}
    </section>
  )
}

function Grounds({ page: { finding, publication, zoning, mention } }: { page: analyse.FindingPage }) {
  const { evidence, source, limits } = finding
  return (
    <div className="two">
      <section className="section" aria-labelledby="grounds">
        <h2 id="grounds">Sur quoi cela repose</h2>
        <dl className="terms">
          <dt>Question posée</dt>
          <dd>
            « {source.question} » ({source.title}, version {source.version})
          </dd>
          <dt>Base</dt>
          <dd>{evidence.base === null ? 'Trop petite pour être dite' : answers(evidence.base)}</dd>
          {evidence.effectiveBase !== null && (
            <>
              <dt>Base effective</dt>
              <dd>{number(evidence.effectiveBase)} : ce que ces réponses valent pour l’intervalle</dd>
            </>
          )}
          <dt>Poids</dt>
          <dd>{evidence.weighted ? 'Réponses redressées' : 'Réponses non redressées'}</dd>
          {evidence.method && (
            <>
              <dt>Méthode</dt>
              <dd>{evidence.method}</dd>
            </>
          )}
          <dt>Publication</dt>
          <dd>
            n° {publication.number} du {day(publication.madeAt)}, {answers(publication.responses)}
            {zoning.provisional ? ' · zonage provisoire' : ''}
          </dd>
        </dl>
        <p className="muted small">{mention}</p>
      </section>
      <section className="section" aria-labelledby="limits">
        <h2 id="limits">Ce que cela ne dit pas</h2>
        <ul>
          {limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Deciding({ page, again }: { page: analyse.FindingPage; again: () => void }) {
  const { finding, decisions } = page
  const [text, setText] = useState('')
  const [date, setDate] = useState(new Date().toISOString().slice(0, 10))
  const [failure, setFailure] = useState('')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await call('POST', `/api/analyse/${finding.questionnaire}/findings/${finding.indicator}/decisions`, {
        text,
        date,
      })
      setText('')
      again()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <section className="section" aria-labelledby="decision">
      <h2 id="decision">Décision</h2>
      {decisions.length === 0 && <p className="muted">Aucune décision notée.</p>}
      <ol className="decisions" reversed>
        {decisions.toReversed().map((one) => (
          <li key={one.at}>
            <b>{day(one.date)}</b> : {one.text}{' '}
            <span className="muted">
              (notée par {one.by}, sur la publication n° {one.publication})
            </span>
          </li>
        ))}
      </ol>
      <form className="decide no-print" onSubmit={save}>
        <Field
          label="Noter une décision"
          help="Elle s’ajoute aux précédentes, qui restent."
          error={failure || undefined}
        >
          {(props) => (
            <textarea
              {...props}
              rows={2}
              required
              minLength={3}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Field label="Date de la décision">
          {(props) => (
            <input {...props} type="date" required value={date} onChange={(event) => setDate(event.target.value)} />
          )}
        </Field>
        <button type="submit" className="button" data-kind="main">
          Noter la décision
        </button>
      </form>
    </section>
  )
}
