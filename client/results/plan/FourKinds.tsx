/** What stands under an objective, kind by kind, side by side: a picture, a sentence, what it rests on; or what would fill it. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { analyse, evidence } from '../../../api/wire/public.ts'
import { Series } from '../../parts/charts/Series.tsx'
import { day, number, saysDay } from '../words.ts'
import { Card, leadOf, type Sources, sourcesOf } from './Answers.tsx'
import { type Kind, KindMark, kindNames } from './KindMark.tsx'

type Source = { kind: Kind; empty: string; foot: string; href: (objective: number) => string }
/** The kinds that nobody is asked for: what is said while there is none, and where one is noted. */
const sources: readonly Source[] = [
  {
    kind: 'counted',
    empty:
      'Rien n’est compté. Chaque rencontre, atelier ou permanence notée au carnet d’actions s’ajoutera ici : date, lieu, personnes présentes.',
    foot: 'Noter une séance au carnet',
    href: () => '/carnet/noter',
  },
  {
    kind: 'heard',
    empty:
      'Personne n’a encore été entendu à ce sujet. Un entretien, un groupe de parole ou une observation sur place le dirait.',
    foot: 'Noter une rencontre ou une observation',
    href: () => '/ecoute',
  },
  {
    kind: 'registered',
    empty:
      'Aucun chiffre d’une autre source n’est relevé. Une série de la Caf, de l’INSEE ou d’un service, même courte, suffit.',
    foot: 'Relever un chiffre',
    href: (objective) => `/analyse/releves/nouvelle?objectif=${objective}`,
  },
]

export function FourKinds({ page, number }: { page: analyse.ObjectivePage; number: number }) {
  const { row, findings, evidence: items } = page
  return (
    <div className="four-kinds">
      <Column kind="asked" count={findings.length} empty={<NothingAsked row={row} />}>
        {findings.length > 0 && <Lead findings={findings} sources={sourcesOf(page)} />}
      </Column>
      {sources.map(({ kind, empty, foot, href }) => {
        const own = items.filter((item) => item.kind === kind)
        return (
          <Column
            key={kind}
            kind={kind}
            count={own.length}
            empty={<p>{empty}</p>}
            foot={<Link href={href(number)}>{foot}</Link>}
          >
            <Items items={own} />
          </Column>
        )
      })}
    </div>
  )
}

type ColumnProps = { kind: Kind; count: number; empty: ReactNode; foot?: ReactNode; children: ReactNode }

function Column({ kind, count, empty, foot, children }: ColumnProps) {
  return (
    <section className="kind boxed" aria-labelledby={`kind-${kind}`} data-none={count === 0 || undefined}>
      <h2 id={`kind-${kind}`}>
        <KindMark kind={kind} />
        {kindNames[kind]}
        <span className="kind-count">{count}</span>
      </h2>
      {count === 0 ? <div className="kind-empty">{empty}</div> : children}
      {foot && <p className="kind-foot">{foot}</p>}
    </section>
  )
}

/** Why nothing was asked: what the authority judges of it, or what is still to come. */
function NothingAsked({ row }: { row: analyse.ObjectivePage['row'] }) {
  if (row.indicators === 0) return <p>Aucun questionnaire n’y répond. {row.why}</p>
  return (
    <p>
      Rien n’est encore publié. {row.questions} {row.questions > 1 ? 'questions sont posées' : 'question est posée'} aux
      habitants : leur publication s’ajoutera ici.
    </p>
  )
}

/** The finding that leads; the others stand below, each once. */
function Lead({ findings, sources }: { findings: readonly analyse.PicturedFinding[]; sources: Sources }) {
  const lead = leadOf(findings)!
  const others = findings.length - 1
  return (
    <>
      <article className="piece">
        <Card line={lead} sources={sources} isLead />
      </article>
      {others > 0 && (
        <p className="kind-foot">
          <a href="#reponses">{others === 1 ? 'L’autre réponse' : `Les ${others} autres réponses`}</a>
        </p>
      )}
    </>
  )
}

function Items({ items }: { items: evidence.EvidenceItem[] }) {
  const [first, ...others] = items
  if (!first) return null
  return (
    <>
      <Piece item={first} />
      {others.length > 0 && (
        <details>
          <summary>{others.length > 1 ? `${others.length} autres preuves` : 'Une autre preuve'}</summary>
          {others.map((item) => (
            <Piece key={item.id} item={item} />
          ))}
        </details>
      )}
    </>
  )
}

/** A series, or its only value, large; people are drawn one by one while they can be counted at a glance. */
function Drawn({ chart }: { chart: NonNullable<evidence.EvidenceItem['chart']> }) {
  const [only, ...others] = chart.points
  if (others.length > 0 || !only || only.value === null) return <Series chart={chart} isCaptionHidden />
  const { value } = only
  return (
    <figure className="only-value">
      {chart.unit.startsWith('personnes') && value <= mostDots && (
        <span className="dots" aria-hidden="true">
          {Array.from({ length: value }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
            <i key={at} />
          ))}
        </span>
      )}
      <p>
        <b>{number(value)}</b> {chart.unit}
      </p>
    </figure>
  )
}
const mostDots = 40

function Piece({ item }: { item: evidence.EvidenceItem }) {
  return (
    <article className="piece">
      {item.chart && <Drawn chart={item.chart} />}
      <p className="piece-sentence">
        <Link href={item.href}>{item.sentence}</Link>
      </p>
      <p className="muted small">
        {[item.base, !saysDay(item.base, item.day) && day(item.day), item.source].filter(Boolean).join(' · ')}
      </p>
      {item.limits.length > 0 && (
        <details>
          <summary>Ce que cela ne dit pas</summary>
          <ul>
            {item.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}
