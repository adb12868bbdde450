/** What stands under an objective, kind by kind, side by side: a picture, a sentence, what it rests on; or what would fill it. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { analyse, evidence } from '../../../api/wire/public.ts'
import { Series } from '../../parts/charts/Series.tsx'
import { Figure } from '../../parts/charts/Whisker.tsx'
import { Strength } from '../Strength.tsx'
import { day } from '../words.ts'
import { type Kind, KindMark, kindNames } from './KindMark.tsx'

export function FourKinds({ page, number }: { page: analyse.ObjectivePage; number: number }) {
  const { row, findings, evidence: items } = page
  const of = (kind: Kind) => items.filter((item) => item.kind === kind)
  return (
    <div className="four-kinds">
      <Column kind="asked" count={findings.length} empty={<NothingAsked row={row} />}>
        {findings.length > 0 && <Findings findings={findings} />}
      </Column>
      <Column
        kind="counted"
        count={of('counted').length}
        empty={
          <p>
            Rien n’est compté. Chaque rencontre, atelier ou permanence notée au carnet d’actions s’ajoutera ici : date,
            lieu, personnes présentes.
          </p>
        }
        foot={<Link href="/carnet/noter">Noter une action au carnet</Link>}
      >
        <Items items={of('counted')} />
      </Column>
      <Column
        kind="heard"
        count={of('heard').length}
        empty={
          <p>
            Personne n’a encore été entendu à ce sujet. Un entretien, un groupe de parole ou une observation sur place
            le dirait.
          </p>
        }
        foot={<Link href="/ecoute">Noter une rencontre ou une observation</Link>}
      >
        <Items items={of('heard')} />
      </Column>
      <Column
        kind="registered"
        count={of('registered').length}
        empty={
          <p>
            Aucun chiffre d’une autre source n’est relevé. Une série de la Caf, de l’INSEE ou d’un service, même courte,
            suffit.
          </p>
        }
        foot={<Link href={`/analyse/releves/nouvelle?objectif=${number}`}>Relever un chiffre</Link>}
      >
        <Items items={of('registered')} />
      </Column>
    </div>
  )
}

type ColumnProps = { kind: Kind; count: number; empty: ReactNode; foot?: ReactNode; children: ReactNode }

function Column({ kind, count, empty, foot, children }: ColumnProps) {
  return (
    <section className="kind" aria-labelledby={`kind-${kind}`} data-none={count === 0 || undefined}>
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
      Rien n’est encore établi. {row.questions} {row.questions > 1 ? 'questions sont posées' : 'question est posée'} aux
      habitants : leur publication s’ajoutera ici.
    </p>
  )
}

function Findings({ findings }: { findings: analyse.FindingLine[] }) {
  const [first, ...others] = findings
  return (
    <>
      <FindingList findings={[first!]} />
      {others.length > 0 && (
        <details>
          <summary>{others.length > 1 ? `Les ${others.length} autres résultats` : 'L’autre résultat'}</summary>
          <FindingList findings={others} />
        </details>
      )}
    </>
  )
}

const FindingList = ({ findings }: { findings: analyse.FindingLine[] }) => (
  <ul className="findings">
    {findings.map((line) => (
      <li key={`${line.questionnaire}/${line.indicator}`}>
        <Figure line={line} />
        <div>
          <h3>
            <Link href={`/analyse/${line.questionnaire}/resultat/${line.indicator}`}>{line.title}</Link>
          </h3>
          <p>{line.sentence}</p>
          <p className="tile-foot">
            <Strength strength={line.strength} />
            {line.decided && <span className="badge">décision du {day(line.decided)}</span>}
          </p>
        </div>
      </li>
    ))}
  </ul>
)

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

function Piece({ item }: { item: evidence.EvidenceItem }) {
  return (
    <article className="piece">
      {item.chart && <Series chart={item.chart} isCaptionHidden />}
      <p className="piece-sentence">
        <Link href={item.href}>{item.sentence}</Link>
      </p>
      <p className="muted small">{[item.base, day(item.day), item.source].filter(Boolean).join(' · ')}</p>
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
