/** From the opening to the deletion: what each day means, what is behind and what is ahead. */
import type { fieldwork } from '../../api/wire/public.ts'
import { StatusBadge } from '../parts/staff/StatusBadge.tsx'
import { day } from './words.ts'

/** What of a page tells its life. */
type Life = Pick<
  fieldwork.FieldworkPage,
  | 'status'
  | 'opensAt'
  | 'openedAt'
  | 'closesAt'
  | 'freezesAt'
  | 'isFreezePromised'
  | 'frozenAt'
  | 'purgeAt'
  | 'purgedAt'
  | 'invitation'
>
type Step = { title: string; at: string | null; none: string; text: string; isDone: boolean }

export function Timeline({ page }: { page: fieldwork.FieldworkPage }) {
  const steps = stepsOf(page)
  const next = steps.findIndex(({ isDone }) => !isDone)
  return (
    <section className="section" aria-labelledby="timeline">
      <h2 id="timeline" tabIndex={-1}>
        Où en est-on ? <StatusBadge status={page.status} />
      </h2>
      <ol className="timeline">
        {steps.map(({ title, at, none, text, isDone }, index) => (
          <li
            key={title}
            data-state={isDone ? 'done' : index === next ? 'next' : undefined}
            aria-current={index === next ? 'step' : undefined}
          >
            <b>{title}</b>
            <span>{at === null ? none : day(at)}</span>
            <small>{text}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}

export function stepsOf(life: Life): Step[] {
  const { status, opensAt, openedAt, closesAt, freezesAt, isFreezePromised, frozenAt, purgeAt, purgedAt, invitation } =
    life
  const who = invitation === 'required' ? 'Qui a un code' : 'Chacun'
  const isLive = status === 'open' || status === 'closed'
  return [
    {
      title: 'Ouverture',
      at: opensAt ?? openedAt,
      none: 'dès l’approbation',
      text: `${who} ${status === 'closed' ? 'pouvait' : 'peut'} répondre.`,
      isDone: isLive,
    },
    {
      title: 'Clôture',
      at: closesAt,
      none: 'à choisir',
      text: 'Plus aucune nouvelle réponse.',
      isDone: status === 'closed',
    },
    {
      title: 'Gel',
      at: frozenAt ?? freezesAt,
      none: 'après la clôture',
      text: `Les codes de retrait sont détruits. On ne rouvre plus.${isFreezePromised && frozenAt === null ? ' Ce jour, promis à qui a déjà répondu, n’avance pas.' : ''}`,
      isDone: frozenAt !== null,
    },
    {
      title: 'Effacement',
      at: purgedAt ?? purgeAt,
      none: 'après le gel',
      text: purgedAt ? 'Les réponses sont effacées.' : 'Les réponses sont à effacer, avec le visa des archives.',
      isDone: purgedAt !== null,
    },
  ]
}
