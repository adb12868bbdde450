/** One finding: the sentence, the chart with its interval, what it rests on, what it does not say, the decision. */

import { useCallback, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import type { analyse } from '../../../api/wire/public.ts'
import { levelTitle } from '../../../surveys/authority/levels.ts'
import { signTextOf } from '../../../surveys/charts/known.ts'
import { silentIn } from '../../../surveys/charts/no-figure.ts'
import { Refusal } from '../../parts/api.ts'
import { Chart } from '../../parts/charts/Chart.tsx'
import { barsHeight } from '../../parts/charts/specs.ts'
import { Loading } from '../../parts/Loading.tsx'
import { bytesOf } from '../../parts/staff/files.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { addressOf } from '../explorer/addresses.ts'
import { Grid } from '../Grid.tsx'
import { byValue, pairsSaid } from '../map/zones-said.ts'
import { EarlierNotice, NoSuchPublication, Notices } from '../Notices.tsx'
import { StrengthSaid } from '../Strength.tsx'
import { barsPlate, type Plate, TakeAway } from '../TakeAway.tsx'
import { answers, base, beyond, day, findingAddress, number, underPicture } from '../words.ts'
import { Deciding, isEarlier } from './Deciding.tsx'
import { HatchKey } from './Picture.tsx'
import { endOfShares, onOneScale } from './scale.ts'
import { inOrder, WeekMap } from './WeekMap.tsx'
import { ZoneMap } from './ZoneMap.tsx'

export function FindingPage({ slug, indicator }: { slug: string; indicator: string }) {
  const [search] = useSearchParams()
  // an earlier one, by its number
  const publication = search.get('publication')
  const [loaded, again, refresh] = useLoaded(
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
  const isUnknown =
    publication !== null &&
    loaded !== null &&
    'error' in loaded &&
    loaded.error instanceof Refusal &&
    loaded.error.code === 'publication-unknown'
  const ofPlan = useHistoryState<{ objective?: number } | null>()?.objective
  return (
    <StaffFrame
      title={page?.brief ?? 'Résultat'}
      lead={page && !page.brief.startsWith(page.finding.title) ? page.finding.title : ''}
      isWide
      questionnaire={{ slug, title: page?.publication.title ?? '', stage: 'decide' }}
      from={ofPlan === undefined ? undefined : planTo(ofPlan)}
    >
      {page && (
        <nav aria-label="Retour" className="rooms room-nav">
          <Link href={`/analyse/objectif/${page.finding.objective}`}>
            ← {levelTitle('objective', page.finding.objective)}
          </Link>
          {page.isExplored && <Link href={explored(page, publication)}>Explorer cette question</Link>}
          <a href="#decision">Décider</a>
          <Neighbours slug={slug} indicator={indicator} publication={publication} />
        </nav>
      )}
      {isUnknown ? (
        <NoSuchPublication text="Cette publication n’existe pas, ou n’a pas ce résultat.">
          <Link className="button" data-kind="main" href={findingAddress(slug, indicator)}>
            Lire ce résultat dans la dernière publication
          </Link>
        </NoSuchPublication>
      ) : (
        <Loading loaded={loaded} again={again}>
          {(own) => (
            <>
              <Notices publications={[own.publication]} />
              {isEarlier(own) && (
                <EarlierNotice number={own.publication.number} last={own.last!}>
                  <Link href={findingAddress(slug, indicator)}>Lire ce résultat dans la n° {own.last}</Link>
                </EarlierNotice>
              )}
              <article className="finding">
                <Drawing page={own} />
                <Leaving page={own} />
                <aside className="grounds" aria-label="Sur quoi cela repose, et la décision">
                  <header>
                    <StrengthSaid strength={own.finding.strength} />
                    <Beyond page={own} />
                  </header>
                  <Evidence page={own} />
                  <Deciding page={own} refresh={refresh} />
                </aside>
                <Breakdowns page={own} />
              </article>
            </>
          )}
        </Loading>
      )}
    </StaffFrame>
  )
}

/** The same question in the explorer, of the same publication. */
const explored = ({ finding: { questionnaire, source } }: analyse.FindingPage, publication: string | null) =>
  addressOf(questionnaire, {
    ...{ question: source.field, dividedBy: '', answer: '', view: 'graphique' },
    ...(publication === null ? {} : { publication: Number(publication) }),
  })

/** The way back to an objective of the plan. */
const planTo = (objective: number) => ({
  entry: '/analyse',
  crumbs: [
    { text: 'Plan', href: '/analyse' },
    { text: levelTitle('objective', objective), href: `/analyse/objectif/${objective}` },
  ],
})

/** The title says what it found; here its figures and reservations. */
function Beyond({ page: { brief, finding } }: { page: analyse.FindingPage }) {
  const more = beyond(brief, finding.sentence)
  return more === '' ? null : <p className="said">{more}</p>
}

type Near = { slug: string; indicator: string; publication: string | null }

/** The findings before and after this one, in the order of the plan, of the same publication. */
function Neighbours({ slug, indicator, publication }: Near) {
  const [loaded] = useLoaded(
    useCallback(
      () =>
        call('GET /api/analyse/:slug/findings', {
          params: { slug },
          query: publication === null ? {} : { publication },
        }),
      [slug, publication],
    ),
  )
  const all = loaded && 'value' in loaded ? loaded.value.findings : []
  const at = all.findIndex((one) => one.indicator === indicator)
  const to = (one: analyse.FindingLine) =>
    `${findingAddress(slug, one.indicator)}${publication === null ? '' : `?publication=${publication}`}`
  const [before, after] = at < 0 ? [] : [all[at - 1], all[at + 1]]
  return (
    <span className="neighbours">
      {before && <Link href={to(before)}>← Résultat précédent</Link>}
      {after && <Link href={to(after)}>Résultat suivant →</Link>}
    </span>
  )
}

/** The same figures for another document. */
function Leaving({ page }: { page: analyse.FindingPage }) {
  const { finding, publication, mention } = page
  const { sentence, title, source, indicator } = finding
  return (
    <section className="leaving">
      <TakeAway
        sentence={sentence}
        mention={mention}
        publication={publication}
        numbered="publication"
        name={title}
        table={(as) =>
          bytesOf('GET /api/analyse/:slug/findings/:indicator/table', {
            params: { slug: publication.slug, indicator },
            query: { publication: publication.number, as },
          })
        }
        plate={plateOf(drawnOf(page), endOfShares(page), source.ends)}
      />
    </section>
  )
}

/** Its own chart, else that of its first group that has one; one share of everybody with its zones beside it. */
function drawnOf({ finding, tables, zones }: analyse.FindingPage): analyse.Chart | null {
  const chart = finding.chart ?? tables.find((one) => one.chart)?.chart ?? null
  if (chart?.kind !== 'bars' || chart.bars.length > 1 || !zones) return chart
  const names = new Set(zones.slice(1).map(({ name }) => name))
  const byZone = tables.find(
    (one) => one.chart !== chart && one.chart?.bars.some(({ label }) => names.has(label)),
  )?.chart
  const own = byZone?.bars.filter(({ label, estimate }) => names.has(label) && estimate.value !== null) ?? []
  const alt = [chart.alt, ...zones.slice(1).map(({ name, text }) => `${name} ${text}`)].join(' ')
  const silent = silentIn(zones.slice(1).map(({ name: label, estimate }) => ({ label, estimate })))
  const base = [chart.base, silent].filter(Boolean).join('. ')
  return { ...chart, alt, base, bars: [...chart.bars, ...own], end: Math.max(chart.end, byZone?.end ?? 0) }
}

/** What is drawn, as a picture that leaves: bars, or the layer of the week that comes first. */
function plateOf(chart: analyse.Chart | null, end: number, ends = ''): Plate | null {
  if (chart === null) return null
  const { title, base } = chart
  if (chart.kind === 'bars') {
    const under = underPicture([base, ends, signTextOf(chart.bars.map(({ estimate }) => estimate))])
    return { title, under, drawing: barsPlate(onOneScale(chart, end)) }
  }
  const [layer] = inOrder(chart.layers)
  return {
    title: `${title} : ${layer!.title.toLowerCase()}`,
    under: base,
    drawing: { kind: 'week', layer: layer!.layer, values: layer!.values, uncertain: layer!.uncertain },
  }
}

/** Columns that stand side by side on a phone; beyond, each line of the table is a card. */
const mostOnPhone = 3

export function Drawing({ page }: { page: analyse.FindingPage }) {
  const { finding, tables, zones, publication } = page
  const chart = drawnOf(page)
  const [first] = tables
  return (
    <>
      <section className="drawing" aria-label="Graphique">
        {chart?.kind === 'bars' && (
          <>
            <div className="drawing-title">
              <h2 className={chart.title === finding.title ? 'visually-hidden' : undefined}>{chart.title}</h2>
              <p className="muted">{chart.base}</p>
              {finding.source.ends && <p className="muted">{finding.source.ends}</p>}
            </div>
            <Bars chart={chart} end={endOfShares(page)} />
          </>
        )}
        {chart?.kind === 'week' && <WeekMap chart={chart} />}
        {!first && (
          <div className="empty too-small-whole">
            <span className="secret-bar" aria-hidden="true" />
            <p>
              {isWaiting(finding)
                ? 'Le chiffre est en attente de réponses nouvelles : rien à dessiner.'
                : 'Pas assez de réponses pour un chiffre : rien à dessiner.'}
            </p>
          </div>
        )}
      </section>
      {(first || zones) && (
        <section className="drawing figures" aria-label="Tableau et carte">
          {first &&
            (chart?.kind === 'bars' && first.grid.rows.length === 1 ? (
              <Notes grid={first.grid} />
            ) : (
              <Grid
                grid={first.grid}
                isUnderTitle={chart?.title === first.grid.title}
                isCards={first.grid.columns.length > mostOnPhone}
              />
            ))}
          {zones && <OnMap zones={zones} tables={tables} publication={publication} />}
        </section>
      )}
    </>
  )
}

const Bars = ({ chart, end }: { chart: analyse.BarsChart; end: number }) => (
  <>
    <Chart spec={onOneScale(chart, end)} label={chart.alt} height={barsHeight(chart.bars.length)} />
    <HatchKey bars={chart.bars.map(({ estimate, uncertain }) => ({ estimate, isHatched: uncertain }))} />
  </>
)

/** Under one bar and its value, where a table of one line would say it again. */
const Notes = ({ grid: { notes } }: { grid: analyse.ShownGrid }) =>
  notes.map((note) => (
    <p key={note} className="muted small">
      {note}
    </p>
  ))

/** The figure of the finding itself, zone by zone; fetched when somebody looks. */
function OnMap({
  zones,
  tables,
  publication,
}: {
  zones: NonNullable<analyse.FindingPage['zones']>
  tables: analyse.FindingPage['tables']
  publication: analyse.PublicationLine
}) {
  const whole = zones[0]!.estimate
  // in the order of the page of maps; drawn anew with each new list
  const own = useMemo(() => byValue(zones.slice(1)), [zones])
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>Voir sur la carte</summary>
      {isOpen && (
        <ZoneMap
          publication={publication}
          zones={own}
          isShare={whole.value !== null && whole.unit === 'share'}
          pairs={pairsSaid(own, tables)}
        />
      )}
    </details>
  )
}

/** The first one is open; the others wait, so that the page stays short. */
function Breakdowns({ page }: { page: analyse.FindingPage }) {
  const rest = page.tables.slice(1)
  if (rest.length === 0 && page.silent.length === 0) return null
  return (
    <section className="breakdowns" aria-labelledby="by-group">
      <h2 id="by-group">Selon les groupes, et ce qui l’éclaire</h2>
      {rest.map(({ grid, chart }, at) => (
        <details key={grid.title} open={at === 0}>
          <summary>{grid.title}</summary>
          <div className="grid-block">
            {chart && <Bars chart={chart} end={endOfShares(page)} />}
            {chart && grid.rows.length === 1 ? <Notes grid={grid} /> : <Grid grid={grid} isUnderTitle />}
          </div>
        </details>
      ))}
      {page.silent.map((line) => (
        <p key={line} className="muted small">
          {line}
        </p>
      ))}
    </section>
  )
}

/** The figure of everybody waits for newcomers; a base may be large all the same. */
const isWaiting = ({ estimate }: analyse.FindingPage['finding']): boolean =>
  estimate.value === null && estimate.why === 'waiting'

function baseSaid(finding: analyse.FindingPage['finding']): string {
  const { base: people, unit } = finding.evidence
  if (people !== null) return base(people, unit)
  return isWaiting(finding) ? 'En attente de réponses nouvelles' : 'Trop petite pour être dite'
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
          <dd>{baseSaid(finding)}</dd>
          <dt>Poids</dt>
          <dd>{evidence.weighted ? 'Réponses redressées' : 'Réponses non redressées'}</dd>
          {evidence.method && (
            <>
              <dt>Intervalle</dt>
              <dd>Il dit la précision du chiffre : plus il y a de réponses, plus il est étroit.</dd>
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
