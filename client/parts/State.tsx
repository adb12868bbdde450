/** Screens that have nothing to show yet, or nothing to show: each says what happened and what to do. */
import { Link } from 'wouter'
import { useSay } from '../words/useSay.ts'
import { Cut, Refusal } from './api.ts'
import { Bold } from './Bold.tsx'
import { Button } from './forms/Button.tsx'
import { Ribbon } from './Ribbon.tsx'

export type StateName = 'closed' | 'unknown' | 'unavailable' | 'page' | 'offline' | 'newer' | 'broken'

export function State({ name, again }: { name: StateName; again?: () => void }) {
  const say = useSay()
  return (
    <div className="stack message" role={again ? 'alert' : undefined}>
      <Ribbon className="message-ribbon" spans={[]} />
      <h1>{say(`${name}.title`)}</h1>
      <p>{say(`${name}.text`)}</p>
      <div className="actions">
        {again && (
          <Button kind="main" onClick={again}>
            {say('again')}
          </Button>
        )}
        <HomeLink />
      </div>
    </div>
  )
}

export function HomeLink({ kind }: { kind?: 'quiet' }) {
  const say = useSay()
  return (
    <Link className="button" data-kind={kind} href="/">
      {say('home.link')}
    </Link>
  )
}

/** What the server wrote of the questionnaire at this address, read before anything is drawn over it. */
const written = globalThis.document?.querySelector('.opening')
const [title, lead] = [written?.querySelector('h1')?.textContent, written?.querySelector('.notice-lead')?.textContent]
const openedAt = globalThis.location?.pathname

/** A questionnaire on its way: the words that came with its page stay where they were. */
export function Opening() {
  const isHere = title !== undefined && location.pathname === openedAt
  return (
    <>
      {isHere && (
        <header className="stack notice-head">
          <h1>{title}</h1>
          <p className="notice-lead">
            <Bold text={lead ?? ''} />
          </p>
        </header>
      )}
      <Skeleton />
    </>
  )
}

/** Which state says what this error means to the person. */
export function stateOf(error: unknown): StateName {
  if (error instanceof Cut) return 'offline'
  if (error instanceof Refusal && error.status === 404) return 'unknown'
  if (error instanceof Refusal && error.code === 'questionnaire-closed') return 'closed'
  if (error instanceof Refusal && error.code === 'questionnaire-unavailable') return 'unavailable'
  return 'broken'
}

export function Skeleton() {
  const say = useSay()
  return (
    <div className="skeleton" role="status">
      <p>{say('loading')}</p>
      <span />
      <span />
      <span />
      <span />
    </div>
  )
}
