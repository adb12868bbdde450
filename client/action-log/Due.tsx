/** What comes back and nobody has noted yet, and what was planned and is past: one tap each. */
import { Link } from 'wouter'
import type { actionLog } from '../../api/wire/public.ts'
import { dayOf, fullDayText } from '../../surveys/days.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Section } from '../parts/staff/Section.tsx'
import { notify, orNotify } from '../parts/staff/Toasts.tsx'
import { send } from './device/sending.ts'
import { useDesk } from './device/useDesk.ts'
import { begunFrom } from './noting.ts'
import { counted } from './words.ts'

export function Due() {
  const [loaded, again] = useDesk()
  const desk = loaded && 'value' in loaded ? loaded.value : null
  if (!desk || desk.due.length === 0) return null
  const today = dayOf(new Date())
  const now = desk.due.filter(({ day }) => day <= today)
  const soon = desk.due.filter(({ day }) => day > today)
  return (
    <Section id="due" title={now.length > 0 ? 'À noter' : 'Tout est noté'}>
      {now.length > 0 && <Cards desk={desk} due={now} done={again} />}
      {soon.length > 0 && (
        <details className="log-more">
          <summary>Cette semaine : {counted(soon.length, 'séance à venir', 'séances à venir')}</summary>
          <Cards desk={desk} due={soon} done={again} />
        </details>
      )}
    </Section>
  )
}

type CardsProps = { desk: actionLog.Desk; due: actionLog.Desk['due']; done: () => void }

const Cards = ({ desk, due, done }: CardsProps) => (
  <ul className="log-due">
    {due.map((one) => (
      <Card key={one.id} desk={desk} due={one} done={done} />
    ))}
  </ul>
)

type CardProps = { desk: actionLog.Desk; due: actionLog.Desk['due'][number]; done: () => void }

function Card({ desk, due: { id, entry, day, missed }, done }: CardProps) {
  const isAhead = day > dayOf(new Date())
  async function cancel() {
    const begun = begunFrom(desk, id)!
    const cancelled = {
      ...begun.entry,
      state: 'cancelled' as const,
      why: 'N’a pas eu lieu.',
      present: null,
      ages: {},
      origins: {},
      families: null,
    }
    await orNotify(async () => {
      await send({
        id: begun.id,
        entry: cancelled,
        revision: begun.revision,
        isAnother: false,
        problem: '',
        like: null,
      })
      notify('C’est noté : la séance n’a pas eu lieu.')
      done()
    })
  }
  return (
    <li className="boxed">
      <p>
        <b>{entry.activity}</b>
        <span>{fullDayText(day)}</span>
        {missed > 0 && <small className="muted">et {counted(missed, 'autre depuis', 'autres depuis')}</small>}
      </p>
      <div className="actions">
        <Link className="button" data-kind={isAhead ? undefined : 'main'} href={`/carnet/noter?suite=${id}`}>
          Noter<span className="visually-hidden"> {entry.activity}</span>
        </Link>
        <Button kind="quiet" onClick={() => void cancel()}>
          Pas eu lieu<span className="visually-hidden"> : {entry.activity}</span>
        </Button>
      </div>
    </li>
  )
}
