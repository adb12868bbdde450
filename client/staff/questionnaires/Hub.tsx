/** The page of one questionnaire: its stages, what is done, what comes next; and its opening while it is on trial. */
import { useCallback } from 'react'
import { Link, Redirect } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import { Loading } from '../../parts/Loading.tsx'
import { answersText } from '../../parts/staff/answers.ts'
import { dayText } from '../../parts/staff/dates.ts'
import { useMe } from '../../parts/staff/me.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { StatusBadge } from '../../parts/staff/StatusBadge.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Opening } from '../opening/Opening.tsx'
import { stagesFor, worksAt } from './stages.ts'

type Line = staff.Stages['questionnaires'][number]

export function Hub({ slug }: { slug: string }) {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/stages'), []))
  const line = loaded && 'value' in loaded ? loaded.value.questionnaires.find((one) => one.slug === slug) : null
  // unknown, or another person's
  if (line === undefined) return <Redirect to="/gerer/questionnaires" replace />
  const title = line?.title ?? ''
  return (
    <StaffFrame title={title || 'Questionnaire'} questionnaire={{ slug, title, stage: null }}>
      <Loading loaded={loaded} again={again}>
        {() => line && <Stages line={line} onChanged={again} />}
      </Loading>
    </StaffFrame>
  )
}

const stateWords: Record<staff.QuestionnaireStage['state'], string> = {
  done: '✓ Fait',
  now: 'En cours',
  later: 'Plus tard',
}

function Stages({ line, onChanged }: { line: Line; onChanged: () => void }) {
  const { slug, status, version, answers, closesAt, stages, next } = line
  const roles = useMe()?.account?.roles ?? []
  const places = stagesFor(slug, roles)
  const mayOpen = roles.some((role) => role === 'admin' || role === 'designer' || role === 'publisher')
  return (
    <>
      <p>
        <StatusBadge status={status} />{' '}
        <span className="muted">
          {version === null ? 'pas encore approuvé' : `version ${version} · réponses : ${answersText(answers, status)}`}
          {closesAt && ` · ${status === 'closed' ? 'clos le' : 'jusqu’au'} ${dayText(closesAt)}`}
        </span>{' '}
        {version !== null && <a href={`/q/${slug}`}>Voir comme un habitant</a>}
      </p>
      {next && <NextStep next={next} isMine={worksAt(next.link, roles)} />}
      <ol className="stage-cards">
        {stages.map(({ name, state, text }) => {
          const place = places.find((one) => one.name === name)!
          return (
            <li key={name} className="boxed" data-state={state}>
              <h2>{place.href === null ? place.title : <Link href={place.href}>{place.title}</Link>}</h2>
              <p className="stage-state">{stateWords[state]}</p>
              <p>{text}</p>
            </li>
          )
        })}
      </ol>
      {mayOpen && version !== null && <Opening slug={slug} onChanged={onChanged} />}
    </>
  )
}

type NextProps = { next: NonNullable<Line['next']>; isMine: boolean }

/** What comes next; whoever does not do it reads it all the same. */
const NextStep = ({ next: { text, link, linkText }, isMine }: NextProps) => (
  <section className="next-step both-ends" aria-label="La suite">
    <p>
      <b>La suite :</b> {text}
    </p>
    {isMine && (
      <Link href={link} className="button" data-kind="main">
        {linkText}
      </Link>
    )}
  </section>
)
