/** One finding: the sentence, the chart with its interval, what it rests on, what it does not say, the decision. */

import { useCallback, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { levelTitle } from '../../../surveys/authority/levels.ts'
import { Chart } from '../../parts/charts/Chart.tsx'
import { barsHeight, barsSpec } from '../../parts/charts/specs.ts'
import { Loading } from '../../parts/Loading.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { rowsOfGrids } from '../csv.ts'
import { Grid } from '../Grid.tsx'
import { Notices } from '../Notices.tsx'
import { Strength } from '../Strength.tsx'
import { TakeAway } from '../TakeAway.tsx'
import { answers, base, beyond, day, number } from '../words.ts'
import { Deciding } from './Deciding.tsx'
import { inOrder, WeekMap } from './WeekMap.tsx'
import { ZoneMap } from './ZoneMap.tsx'

export function FindingPage({ slug, indicator }: { slug: string; indicator: string }) {
  const [search] = useSearchParams()
  // an earlier one, by its number
  const publication = search.get('publication')
  const [loaded, again] = useLoaded(
    useCallback(
      () =>
        call('GET /api/analyse/:slug/findings/:indicator', {
          params: { slug, indicator },
          query: publication === null ? {} : { publication },
        }),
      [slug, indicator, publication],
    ),
  )
  const page = loaded && 'value' in loaded ? loaded.value : null
  return (
    <StaffFrame
      title={page?.brief ?? 'Résultat'}
      lead={page && !page.brief.startsWith(page.finding.title) ? page.finding.title : ''}
      isWide
      questionnaire={{ slug, title: page?.publication.title ?? '', stage: 'decide' }}
    >
      {page && (
        <nav aria-label="Retour" className="rooms">
          <Link href={`/analyse/objectif/${page.finding.objective}`}>
            ← {levelTitle('objective', page.finding.objective)}
          </Link>
          {page.isExplored && (
            <Link href={`/analyse/${slug}/questions?q=${encodeURIComponent(page.finding.source.field)}`}>
              Explorer cette question
            </Link>
          )}
          {publication === null && <Neighbours slug={slug} indicator={indicator} />}
        </nav>
      )}
      <Loading loaded={loaded} again={again}>
        {(own) => (
          <article className="finding">
            <Notices publications={[own.publication]} />
            <header>
              <Beyond page={own} />
              <Strength strength={own.finding.strength} />
            </header>
            <Drawing page={own} />
            <aside className="grounds" aria-label="Sur quoi cela repose, et la décision">
              <Evidence page={own} />
              <Deciding page={own} again={again} />
            </aside>
            <Breakdowns page={own} />
            <Leaving page={own} />
          </article>
        )}
      </Loading>
    </StaffFrame>
  )
}

/** The title says what it found; here its figures and reservations. */
function Beyond({ page: { brief, finding } }: { page: analyse.FindingPage }) {
  const more = beyond(brief, finding.sentence)
  return more === '' ? null : <p className="said">{more}</p>
}

/** The findings before and after this one, in the order of the plan. */
function Neighbours({ slug, indicator }: { slug: string; indicator: string }) {
  const [loaded] = useLoaded(useCallback(() => call('GET /api/analyse/:slug/findings', { params: { slug } }), [slug]))
  const all = loaded && 'value' in loaded ? loaded.value.findings : []
  const at = all.findIndex((one) => one.indicator === indicator)
  const to = (one: analyse.FindingLine) => `/analyse/${slug}/resultat/${encodeURIComponent(one.indicator)}`
  const [before, after] = at < 0 ? [] : [all[at - 1], all[at + 1]]
  return (
    <>
      {before && <Link href={to(before)}>← Résultat précédent</Link>}
      {after && <Link href={to(after)}>Résultat suivant →</Link>}
    </>
  )
}

/** The same figures for another document. */
function Leaving({ page: { finding, tables, publication, mention } }: { page: analyse.FindingPage }) {
  const { chart, sentence, indicator } = finding
  return (
    <section className="leaving">
      <TakeAway
        sentence={sentence}
        mention={mention}
        publication={publication}
        name={indicator}
        rows={() =>
          rowsOfGrids(
            tables.map(({ grid }) => grid),
            { publication, mention },
          )
        }
        plate={plateOf(chart ?? tables.find((one) => one.chart)?.chart ?? null)}
      />
    </section>
  )
}

/** What is drawn, as a picture that leaves: bars, or the layer of the week that comes first. */
function plateOf(chart: analyse.Chart | null) {
  if (chart === null) return null
  const { title, base } = chart
  if (chart.kind === 'bars') return { title, base, spec: barsSpec(chart), height: barsHeight(chart.bars.length) }
  const [layer] = inOrder(chart.layers)
  return {
    title: `${title} : ${layer!.title.toLowerCase()}`,
    base,
    spec: { kind: 'week' as const, ...layer! },
    height: 290,
  }
}

function Drawing({ page: { finding, tables, zones, publication } }: { page: analyse.FindingPage }) {
  // a finding that has no chart of its own is seen by its first group that has one
  const chart = finding.chart ?? tables.find((one) => one.chart)?.chart
  const [first] = tables
  return (
    <section className="drawing" aria-label="Graphique et tableau">
      {chart?.kind === 'bars' && (
        <>
          <h2>{chart.title}</h2>
          <p className="muted">{chart.base}</p>
          <Chart spec={barsSpec(chart)} label={chart.alt} height={barsHeight(chart.bars.length)} />
        </>
      )}
      {chart?.kind === 'week' && <WeekMap chart={chart} />}
      {first ? (
        chart?.kind === 'bars' && first.grid.rows.length === 1 ? (
          // one bar and its value: a table of one line would say it again
          first.grid.notes.map((note) => (
            <p key={note} className="muted small">
              {note}
            </p>
          ))
        ) : (
          <Grid grid={first.grid} isUnderTitle={chart !== null && chart !== undefined} />
        )
      ) : (
        <div className="too-small-whole">
          <span className="secret-bar" aria-hidden="true" />
          <p>Pas assez de réponses pour un chiffre : rien à dessiner.</p>
        </div>
      )}
      {zones && <OnMap zones={zones} publication={publication} />}
    </section>
  )
}

/** The figure of the finding itself, zone by zone; fetched when somebody looks. */
function OnMap({
  zones: [first, ...zones],
  publication,
}: {
  zones: NonNullable<analyse.FindingPage['zones']>
  publication: analyse.PublicationLine
}) {
  const whole = first!.estimate
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>Voir sur la carte</summary>
      {isOpen && (
        <ZoneMap
          publication={publication}
          zones={zones}
          whole={whole}
          isShare={whole.value !== null && whole.unit === 'share'}
        />
      )}
    </details>
  )
}

/** The first one is open; the others wait, so that the page stays short. */
function Breakdowns({ page: { tables } }: { page: analyse.FindingPage }) {
  const rest = tables.slice(1)
  if (rest.length === 0) return null
  return (
    <section className="breakdowns" aria-labelledby="by-group">
      <h2 id="by-group">Selon les groupes, et ce qui l’éclaire</h2>
      {rest.map(({ grid, chart }, at) => (
        <details key={grid.title} open={at === 0}>
          <summary>{grid.title}</summary>
          <div className="grid-block">
            {chart && <Chart spec={barsSpec(chart)} label={chart.alt} height={barsHeight(chart.bars.length)} />}
            <Grid grid={grid} isUnderTitle />
          </div>
        </details>
      ))}
    </section>
  )
}

function Evidence({ page: { finding, more, publication, zoning, mention } }: { page: analyse.FindingPage }) {
  const { evidence, source, limits } = finding
  return (
    <>
      <section aria-labelledby="grounds">
        <h2 id="grounds">Sur quoi cela repose</h2>
        <dl className="terms">
          <dt>Question posée</dt>
          <dd>
            « {source.question} » ({source.title}, version {source.version})
          </dd>
          <dt>Base</dt>
          <dd>{evidence.base === null ? 'Trop petite pour être dite' : base(evidence.base, evidence.unit)}</dd>
          <dt>Poids</dt>
          <dd>{evidence.weighted ? 'Réponses redressées' : 'Réponses non redressées'}</dd>
          {evidence.method && (
            <>
              <dt>Fourchette</dt>
              <dd>Elle dit la précision du chiffre : plus il y a de réponses, plus elle est étroite.</dd>
            </>
          )}
          <dt>Publication</dt>
          <dd>
            n° {publication.number} du {day(publication.madeAt)}, {answers(publication.responses)}
            {zoning.provisional ? ' · zonage provisoire' : ''}
          </dd>
        </dl>
        <p className="muted small">{mention}</p>
        {evidence.method && (
          <details>
            <summary>Pour les statisticiens</summary>
            <p>
              {evidence.method}.
              {evidence.effectiveBase !== null && ` Effectif équivalent : ${number(evidence.effectiveBase)}.`}
            </p>
          </details>
        )}
      </section>
      {more.length > 0 && (
        <section aria-labelledby="more">
          <h2 id="more">Pour en savoir plus</h2>
          <ul className="limits">
            {more.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="limits">
        <h2 id="limits">Ce que cela ne dit pas</h2>
        <ul className="limits">
          {limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
