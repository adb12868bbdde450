/** Answers that look alike or arrived in an unlikely rush: a person reads why, and decides. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { fieldwork } from '../../api/wire/public.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Dialog, DialogButton } from '../parts/staff/Dialog.tsx'
import { missingReason, ReasonField } from '../parts/staff/NoteField.tsx'
import { Section } from '../parts/staff/Section.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { notify } from '../parts/staff/Toasts.tsx'
import { useSaving } from '../parts/staff/useSaving.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Shifts } from './Shifts.tsx'
import type { TabProps } from './tab-props.ts'
import { day } from './words.ts'

type Group = fieldwork.FlagGroup
type Asked = { group: Group; decision: fieldwork.Review['decision'] }

export function Flags({ page: { slug, status } }: TabProps) {
  const [loaded, again, refresh] = useLoaded(
    useCallback(() => call('GET /api/fieldwork/:slug/flags', { params: { slug } }), [slug]),
  )
  const [asked, setAsked] = useState<Asked | null>(null)
  /** Key of the group just decided: one is led to where it went. */
  const [last, setLast] = useState('')
  return (
    <Loading loaded={loaded} again={again}>
      {({ groups }) => {
        const waiting = groups.filter(({ state }) => state === 'waiting')
        const decided = groups.filter(({ state }) => state !== 'waiting')
        return (
          <>
            <Section id="waiting" title={waiting.length === 0 ? 'Rien ne demande votre avis' : 'À décider'}>
              {waiting.length === 0 && (
                <p className="muted">
                  Ni doublon probable, ni arrivée inhabituelle. Cette page cherche parmi toutes les réponses à chaque
                  visite.
                </p>
              )}
              {waiting.map((group) => (
                <GroupCard key={group.key} group={group} onDecide={(decision) => setAsked({ group, decision })} />
              ))}
            </Section>
            {decided.length > 0 && (
              <Section id="decided" title="Déjà décidé">
                {decided.map((group) => (
                  <GroupCard
                    key={group.key}
                    group={group}
                    isLast={group.key === last}
                    onDecide={(decision) => setAsked({ group, decision })}
                  />
                ))}
              </Section>
            )}
            <Shifts
              slug={slug}
              isClosed={status === 'closed' || status === 'archived'}
              hasAside={decided.some(({ state }) => state === 'aside')}
            />
            {asked && (
              <DecisionDialog
                slug={slug}
                asked={asked}
                onClose={() => setAsked(null)}
                onDone={() => {
                  setAsked(null)
                  setLast(asked.group.key)
                  refresh()
                }}
              />
            )}
          </>
        )
      }}
    </Loading>
  )
}

type CardProps = { group: Group; isLast?: boolean; onDecide: (decision: Asked['decision']) => void }

function GroupCard({ group: { key, title, text, from, to, state, reason, by }, isLast = false, onDecide }: CardProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each decision
  useEffect(() => {
    if (isLast) heading.current?.focus()
  }, [isLast, state])
  const period = day(from) === day(to) ? `Le ${day(from)}` : `Du ${day(from)} au ${day(to)}`
  return (
    <article className="flag boxed" data-state={state} aria-labelledby={`flag-${key}`}>
      <h3 id={`flag-${key}`} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      <p className="muted">{period}</p>
      {state === 'waiting' ? (
        <p>{text}</p>
      ) : (
        <p>
          <span className="badge" data-kind={state === 'aside' ? 'warm' : 'good'}>
            {state === 'aside' ? 'mises de côté' : 'gardées'}
          </span>{' '}
          par {by} : {reason}
        </p>
      )}
      <div className="actions">
        {state !== 'kept' && (
          <Button onClick={() => onDecide('keep')}>
            {state === 'aside' ? 'Les compter finalement' : 'Garder'}
            <span className="visually-hidden"> : {title}</span>
          </Button>
        )}
        {state !== 'aside' && (
          <Button onClick={() => onDecide('aside')}>
            Mettre de côté<span className="visually-hidden"> : {title}</span>
          </Button>
        )}
      </div>
    </article>
  )
}

type DialogProps = { slug: string; asked: Asked; onClose: () => void; onDone: () => void }

function DecisionDialog({ slug, asked: { group, decision }, onClose, onDone }: DialogProps) {
  const [reason, setReason] = useState('')
  const [errors, saving] = useSaving()
  const isAside = decision === 'aside'
  /** They had been set aside. */
  const isBack = group.state === 'aside'
  const decide = () =>
    saving(async () => {
      await call('POST /api/fieldwork/:slug/flags/:key', {
        params: { slug, key: group.key },
        body: { decision, reason: reason.trim() },
      })
      notify(isAside ? 'Mises de côté : elles ne comptent plus dans les résultats.' : 'Gardées : elles comptent.')
      onDone()
    }, missingReason(reason))
  return (
    <Dialog
      isOpen
      title={isAside ? 'Mettre de côté' : isBack ? 'Les compter finalement' : 'Garder ces réponses'}
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton onPress={decide}>{isAside ? 'Mettre de côté' : isBack ? 'Les compter' : 'Garder'}</DialogButton>
      }
    >
      <p>
        {group.title}.{' '}
        {isAside
          ? 'Elles restent dans la base et ne comptent plus dans les prochaines publications. Vous pourrez changer d’avis.'
          : 'Elles comptent comme les autres.'}
      </p>
      <ReasonField failure={errors.reason ?? ''} value={reason} onChange={setReason} />
    </Dialog>
  )
}
