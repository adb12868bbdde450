/** The follow-up of the plan: where each action stands, what waits, and the documents made of it all. */

import { useCallback } from 'react'
import { Link } from 'wouter'
import type { followUp } from '../../../api/wire/public.ts'
import { stateText } from '../../../surveys/authority/follow-up.ts'
import { levelHeading, levelSaid, levelWords, sheetName } from '../../../surveys/authority/levels.ts'
import { addressOf } from '../../parts/api.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { day } from '../words.ts'
import { ChangePlan } from './ChangePlan.tsx'
import { Overdue, Register } from './Register.tsx'

export function FollowUp() {
  const [loaded, again, refresh] = useLoaded(useCallback(() => call('GET /api/plan/follow-up'), []))
  return (
    <StaffFrame
      title="Suivi du plan"
      lead={`Ce qui est décidé, où en est chaque ${levelWords('action').one}, ce qui manque.`}
      isWide
    >
      <nav aria-label="Retour" className="rooms room-nav">
        <Link href="/analyse">← Le plan</Link>
        <ChangePlan />
      </nav>
      <Loading loaded={loaded} again={again}>
        {({ actions, decisions, years }) => (
          <>
            <Register decisions={decisions} refresh={refresh} />
            <Section id="documents-title" title="Documents pour le comité">
              <ul className="plan-documents">
                {years.slice(0, 4).map((year) => (
                  <li key={year}>
                    <b>Bilan de l’année {year}</b> : l’essentiel, puis {levelWords('action').one} par{' '}
                    {levelWords('action').one}.
                    <DocumentLinks name={`bilan-${year}`} about={`bilan ${year}`} />
                  </li>
                ))}
                <li>
                  <b>Évaluation</b> : prévu, fait, résultats, écarts, suites.
                  <DocumentLinks name="evaluation" about="évaluation" />
                </li>
              </ul>
            </Section>
            <Section id="actions-title" title={`Les ${levelWords('action').several}`}>
              <Actions actions={actions} />
            </Section>
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

type Line = followUp.FollowUpPage['actions'][number]

const Actions = ({ actions }: { actions: Line[] }) => (
  <DataTable
    caption={`${levelHeading('action', 2)} du plan et leur état`}
    rows={actions}
    keyOf={({ number }) => number}
    isCards
    empty={`Le plan n’a pas ${levelSaid('of', 'action')}.`}
    columns={[
      {
        title: levelHeading('action'),
        isHeading: true,
        cell: ({ number, title }) => (
          <Link href={`/analyse/action/${number}`}>
            {number}. {title}
          </Link>
        ),
      },
      { title: 'Pilotes', cell: ({ pilots }) => pilots.join(', ') },
      {
        title: 'État',
        cell: ({ state, day: said }) => (said === null ? 'non renseigné' : `${stateText(state)}, dit le ${day(said)}`),
      },
      { title: 'Constats', isNumber: true, cell: ({ evidence }) => evidence },
      {
        title: 'Décisions',
        cell: ({ decisions, late }) => (
          <>
            {decisions}
            <Overdue count={late} />
          </>
        ),
      },
      {
        title: sheetName(),
        cell: ({ number }) => (
          <DocumentLinks name={`fiche-${number}`} about={`fiche ${levelSaid('ofThe', 'action')} ${number}`} />
        ),
      },
    ]}
  />
)

const ends = [
  { end: 'pdf', text: 'PDF' },
  { end: 'docx', text: 'Word' },
  { end: 'html', text: 'Page' },
] as const

/** @param about read aloud after each link */
export const DocumentLinks = ({ name, about }: { name: string; about: string }) => (
  <span className="links">
    {ends.map(({ end, text }) => (
      <a
        key={end}
        href={addressOf('GET /api/plan/documents/:file', { params: { file: `${name}.${end}` } })}
        download={`${name}.${end}`}
      >
        {text}
        <span className="visually-hidden">, {about}</span>
      </a>
    ))}
  </span>
)
