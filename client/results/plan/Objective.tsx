/** One objective of the plan: where it stands in it, and its evidence of four kinds side by side. */

import { useCallback } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { levelCount, levelHeading, levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import { actions, objectives, shortTitles } from '../../../surveys/authority/plan.ts'
import { acronymsIn, blockOf, linesOf, periodOf, starOf } from '../../../surveys/authority/printed.ts'
import { Loading } from '../../parts/Loading.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Notices } from '../Notices.tsx'
import { StatusMark } from '../StatusMark.tsx'
import { day, findingAddress, statusWords } from '../words.ts'
import { Answers, sourcesOf } from './Answers.tsx'
import { ChangePlan } from './ChangePlan.tsx'
import { Engaged } from './Engaged.tsx'
import { FourKinds } from './FourKinds.tsx'

export function Objective({ number }: { number: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/analyse/objectives/:number', { params: { number } }), [number]),
  )
  const objective = objectives().find((one) => one.number === Number(number))
  const ending = levelWords('objective').gender === 'feminine' ? 'e' : ''
  return (
    <StaffFrame
      title={
        objective
          ? `${levelTitle('objective', number)}. ${shortTitles()[objective.number]}`
          : `${levelTitle('objective', number)} : rien de tel dans le plan`
      }
      lead={objective?.title ?? `Le plan compte ${levelCount('objective', objectives().length)}.`}
      isWide
    >
      <nav aria-label="Retour" className="rooms room-nav">
        <Link href="/analyse">← Le plan</Link>
        <ChangePlan />
        <Neighbour number={Number(number)} step={-1} text={`← ${levelHeading('objective')} précédent${ending}`} />
        <Neighbour number={Number(number)} step={1} text={`${levelHeading('objective')} suivant${ending} →`} />
      </nav>
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <>
            <Notices publications={page.publications} isNamed />
            <FourKinds page={page} number={Number(number)} />
            <Decided decisions={page.decisions} />
            <Answers findings={page.findings} sources={sourcesOf(page)} apart={page.apart} />
            <Section id="in-the-plan" title="Dans le plan">
              {page.findings.length > 0 && <p className="muted">{page.row.why}</p>}
              <dl className="facts">
                <div>
                  <dt>Questionnaires</dt>
                  <dd className="tile-foot">
                    <StatusMark status={page.row.status} /> {statusWords[page.row.status]}
                  </dd>
                </div>
                <InThePlan number={Number(number)} />
              </dl>
            </Section>
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

/** What was decided on its results: first what an elected member asks. */
function Decided({ decisions }: Pick<analyse.ObjectivePage, 'decisions'>) {
  if (decisions.length === 0) return null
  return (
    <Section id="decided" title="Ce qui est décidé">
      <ul className="decisions">
        {decisions.map((one) => (
          <li key={`${one.at}${one.text}`}>
            <b>{day(one.date)}</b>
            {'\u202f'}:{' '}
            <Link href={`${findingAddress(one.on.questionnaire, one.on.indicator)}#decision-${one.at}`}>
              {one.text}
            </Link>
            <Engaged decision={one} />
          </li>
        ))}
      </ul>
      <p>
        <Link href="/analyse/suivi">Toutes les décisions</Link>
      </p>
    </Section>
  )
}

/** What the plan prints of an objective: its action and pilots, its start, its star, the transverse lines it carries. */
function InThePlan({ number }: { number: number }) {
  const objective = objectives().find((one) => one.number === number)
  const action = actions().find((one) => one.number === objective?.action)
  if (!objective || !action) return null
  const lines = linesOf(number)
  const period = periodOf(objective.start)
  const initials = acronymsIn([objective.title, action.title, ...action.pilots].join(' '))
  const star = starOf(number)
  return (
    <>
      <div>
        <dt>
          {levelTitle('action', action.number)}
          {blockOf(action.number) && `, ${blockOf(action.number)!.title}`}
        </dt>
        <dd>{action.title}</dd>
      </div>
      <div>
        <dt>Pilotes{action.rotating && ' (à tour de rôle)'}</dt>
        <dd>{action.pilots.join(', ')}</dd>
      </div>
      <div>
        <dt>Démarrage prévu</dt>
        <dd>
          {objective.start ?? 'sans date dans le plan'}
          {period && <span className="muted"> (période {period.label})</span>}
        </dd>
      </div>
      {star && (
        <div>
          <dt>Mis en avant par le plan</dt>
          <dd>
            <span aria-hidden="true">★ </span>
            {star}
          </dd>
        </div>
      )}
      {lines.length > 0 && (
        <div>
          <dt>
            {lines.length > 1 ? 'Lignes transverses' : 'Ligne transverse'}
            {lines.some(({ proposed }) => proposed) && ' (lien proposé)'}
          </dt>
          <dd>{lines.map(({ title }) => title).join(' · ')}</dd>
        </div>
      )}
      {initials.length > 0 && (
        <div className="facts-wide">
          <dt>Sigles</dt>
          <dd>
            {initials.map(({ short, long, toConfirm }, at) => (
              <span key={short}>
                {at > 0 && ' · '}
                <b>{short}</b> {long}
                {toConfirm && ' (à confirmer)'}
              </span>
            ))}
          </dd>
        </div>
      )}
    </>
  )
}

/** The objective before or after in the plan, whatever their numbers. */
function Neighbour({ number, step, text }: { number: number; step: 1 | -1; text: string }) {
  const place = objectives().findIndex((one) => one.number === number)
  const there = place < 0 ? undefined : objectives()[place + step]
  return there ? <Link href={`/analyse/objectif/${there.number}`}>{text}</Link> : null
}
