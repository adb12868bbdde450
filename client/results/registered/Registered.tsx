/** Figures of other sources: those that are registered, and those offered ready to be accepted. */

import { useCallback } from 'react'
import { Link } from 'wouter'
import type { evidence } from '../../../api/wire/public.ts'
import { levelSaid, levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import { Series } from '../../parts/charts/Series.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { day } from '../words.ts'

export function Registered() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/registered'), []))
  return (
    <StaffFrame
      title="Chiffres relevés"
      lead={`Ce que d’autres sources savent du territoire (Caf, INSEE, services), avec leur date et leurs limites, sous les ${levelWords('objective').several} du plan.`}
      isWide
    >
      <nav aria-label="Retour" className="rooms room-nav">
        <Link href="/analyse">← Le plan</Link>
        <Link href="/analyse/releves/nouvelle">Relever un chiffre</Link>
      </nav>
      <Loading loaded={loaded} again={again}>
        {({ series, offers }) => (
          <>
            <Saved series={series.filter(({ withdrawn }) => !withdrawn)} />
            {offers.length > 0 && <Offered offers={offers} />}
            <Withdrawn series={series.filter(({ withdrawn }) => withdrawn)} />
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

type Line = evidence.SeriesList['series'][number]

function Saved({ series }: { series: Line[] }) {
  if (series.length === 0)
    return (
      <p className="empty">
        Aucun chiffre n’est encore relevé. Une série, même d’une seule année, suffit à éclairer{' '}
        {levelSaid('a', 'objective')} que les questionnaires ne peuvent pas mesurer.
      </p>
    )
  return (
    <ul className="series-list">
      {series.map((line) => (
        <li key={line.id}>
          <h2>
            <Link href={`/analyse/releves/${line.id}`}>{line.title}</Link>
          </h2>
          <Series chart={line.chart} isCaptionHidden />
          <p>{line.sentence}</p>
          <p className="muted small">
            {line.source} · {day(line.date)}
          </p>
          <p className="links">
            {line.objectives.map((number) => (
              <Link key={number} href={`/analyse/objectif/${number}`}>
                {levelTitle('objective', number)}
              </Link>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

const Offered = ({ offers }: { offers: evidence.SeriesList['offers'] }) => (
  <Section id="offered-title" title="Prêts à être relevés">
    <p>Le site connaît ces chiffres publics du territoire. Relisez-les : rien n’est enregistré sans vous.</p>
    <ul className="offers">
      {offers.map(({ id, title, sentence, source }) => (
        <li key={id}>
          <p>{sentence}</p>
          <p className="muted small">{source}</p>
          <Link href={`/analyse/releves/${id}`}>
            Relire et enregistrer<span className="visually-hidden"> : {title}</span>
          </Link>
        </li>
      ))}
    </ul>
  </Section>
)

function Withdrawn({ series }: { series: Line[] }) {
  if (series.length === 0) return null
  return (
    <Section id="withdrawn-title" title="Retirées des preuves">
      <ul>
        {series.map(({ id, title }) => (
          <li key={id}>
            <Link href={`/analyse/releves/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
