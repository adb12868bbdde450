/** One action of the plan: its objectives and what is known of them, where it stands, what was decided. */

import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import type { followUp } from '../../../api/wire/public.ts'
import { actionStates, stateText } from '../../../surveys/authority/follow-up.ts'
import { levelSaid, levelTitle, levelWords, sheetName } from '../../../surveys/authority/levels.ts'
import { actions, objectives, shortTitles } from '../../../surveys/authority/plan.ts'
import { dayOf } from '../../../surveys/days.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { useDraft } from '../../parts/staff/draft.ts'
import { DayField, SelectField, Submit, TextAreaField, TextField } from '../../parts/staff/Field.tsx'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { bindFields, submits, useSaving } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { day } from '../words.ts'
import { ChangePlan } from './ChangePlan.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { DecisionLine } from './DecisionLine.tsx'
import { Engaged } from './Engaged.tsx'
import { DocumentLinks } from './FollowUp.tsx'
import { Former } from './Former.tsx'

const kindWords = { asked: 'Demandé', counted: 'Compté', heard: 'Entendu', registered: 'Relevé' } as const

/** Who carries it, as far as it is known. */
const carriedText = ({ group, pilots }: { group: string; pilots: readonly string[] }) =>
  [group, pilots.length === 0 ? '' : `pilotes : ${pilots.join(', ')}`].filter((part) => part !== '').join(' · ')

export function Action({ number }: { number: string }) {
  const [loaded, again, refresh] = useLoaded(
    useCallback(() => call('GET /api/plan/actions/:number', { params: { number } }), [number]),
  )
  const action = actions().find((one) => one.number === Number(number))
  return (
    <StaffFrame
      title={
        action
          ? `${levelTitle('action', number)}. ${action.title}`
          : `${levelTitle('action', number)} : rien de tel dans le plan`
      }
      {...(action ? { lead: carriedText(action) } : {})}
      isWide
      actions={action && <DocumentLinks name={`fiche-${number}`} about={sheetName().toLowerCase()} />}
    >
      <nav aria-label="Retour" className="rooms room-nav">
        <Link href="/analyse/suivi">← Suivi du plan</Link>
        <ChangePlan />
      </nav>
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <>
            <Known page={page} />
            <State key={page.followUps.length} page={page} refresh={refresh} />
            <Section id="decision" title="Décisions">
              {page.decisions.length === 0 && (
                <p className="muted">Aucune décision n’engage encore {levelSaid('this', 'action')}.</p>
              )}
              <ol className="decisions">
                {page.decisions.map((one) => (
                  <DecisionLine key={`${one.at}${one.text}`} at={one.at}>
                    <b>{day(one.date)}</b> : {one.text} <span className="muted">(notée par {one.by})</span>{' '}
                    <Link href={`/analyse/suivi#decision-${one.at}`} aria-label={`Dans le registre\u202f: ${one.text}`}>
                      Dans le registre
                    </Link>
                    <Former decision={one} />
                    <Engaged decision={one} isActionHidden />
                  </DecisionLine>
                ))}
              </ol>
              <DecisionForm
                action={page.number}
                send={(body) =>
                  call('POST /api/plan/actions/:number/decisions', { params: { number: page.number }, body })
                }
                onDone={() => {
                  notify('La décision est notée.')
                  refresh()
                }}
              />
            </Section>
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

const Known = ({ page: { number, evidence, quotes } }: { page: followUp.ActionPage }) => (
  <Section id="known-title" title={`Ses ${levelWords('objective').several}, et ce que nous en savons`}>
    {objectives()
      .filter(({ action }) => action === number)
      .map((objective) => {
        const own = evidence.filter((item) => item.objective === objective.number)
        return (
          <div key={objective.number}>
            <h3>
              <Link href={`/analyse/objectif/${objective.number}`}>
                {objective.number}. {shortTitles()[objective.number]}
              </Link>
            </h3>
            {own.length === 0 ? <p className="muted">Rien à ce jour.</p> : <Pieces pieces={own} />}
          </div>
        )
      })}
    {quotes.length > 0 && (
      <ul className="action-quotes">
        {quotes.slice(0, 3).map(({ text, who }) => (
          <li key={text}>
            « {text} » <span className="muted">{who}</span>
          </li>
        ))}
      </ul>
    )}
  </Section>
)

/** Of each kind, what is read before the rest is asked for. */
const mostShown = 3

/** The first of each kind; the rest opens. */
function Pieces({ pieces }: { pieces: followUp.ActionPage['evidence'] }) {
  const first = [...Map.groupBy(pieces, ({ kind }) => kind).values()].flatMap((own) => own.slice(0, mostShown))
  const rest = pieces.filter((one) => !first.includes(one))
  return (
    <>
      <Sentences pieces={first} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length === 1 ? 'Un autre constat' : `${rest.length} autres constats`}</summary>
          <Sentences pieces={rest} />
        </details>
      )}
    </>
  )
}

const Sentences = ({ pieces }: { pieces: followUp.ActionPage['evidence'] }) => (
  <ul className="known">
    {pieces.map(({ kind, sentence, source, day: on }) => (
      <li key={`${kind}${sentence}`}>
        <b>{kindWords[kind]}</b> : {sentence}{' '}
        <span className="muted">
          ({source}, {day(on)})
        </span>
      </li>
    ))}
  </ul>
)

type StateProps = { page: followUp.ActionPage; refresh: () => void }
const texts = [
  { name: 'done', label: 'Ce qui a été fait', help: 'Ce que le carnet ne dit pas déjà.' },
  { name: 'difficulties', label: 'Difficultés', help: 'Ce qui retarde ou empêche, sans nommer personne.' },
  { name: 'next', label: 'Prochaines étapes', help: 'Quoi, qui, quand.' },
  {
    name: 'asked',
    label: 'Décision demandée au comité',
    help: 'Une phrase, à laquelle on peut répondre par oui ou par non.',
  },
] as const

function State({ page: { number, followUps }, refresh }: StateProps) {
  const last = followUps.at(-1)
  const [isOpen, setOpen] = useState(false)
  const {
    day: _,
    by: __,
    ...said
  } = last ?? {
    state: 'to-start' as const,
    why: '',
    done: '',
    difficulties: '',
    next: '',
    asked: '',
    day: '',
    by: '',
  }
  const initial: followUp.NewFollowUp = { ...said, day: dayOf(new Date()) }
  const [draft, setDraft, dropDraft, isDraft] = useDraft<followUp.NewFollowUp>(`follow-up:${number}`, initial)
  const [errors, saving] = useSaving()
  const field = bindFields(draft, (part) => setDraft({ ...draft, ...part }), errors)
  const save = () => {
    void saving(async () => {
      await call('POST /api/plan/actions/:number/follow-ups', { params: { number }, body: draft })
      dropDraft(initial)
      notify('Le suivi est noté. La fiche et le bilan le reprennent.')
      refresh()
    })
  }
  return (
    <Section id="state-title" title={`Où en est ${levelSaid('the', 'action')}`}>
      {last ? (
        <>
          <p>
            <b>{stateText(last.state)}</b>
            {last.why && ` : ${last.why}`}{' '}
            <span className="muted">
              (dit le {day(last.day)} par {last.by})
            </span>
          </p>
          <dl className="pilot-words">
            {texts
              .filter(({ name }) => last[name] !== '')
              .map(({ name, label }) => (
                <div key={name}>
                  <dt>{label}</dt>
                  <dd>{last[name]}</dd>
                </div>
              ))}
          </dl>
        </>
      ) : (
        <p className="muted">Les pilotes n’ont encore rien noté.</p>
      )}
      {!isOpen && !isDraft ? (
        <div className="actions">
          <Button onClick={() => setOpen(true)}>{last ? 'Noter du nouveau' : 'Noter où elle en est'}</Button>
        </div>
      ) : (
        <form className="form no-print" onSubmit={submits(save)} noValidate>
          <SelectField
            label="État"
            data-width="short"
            choices={actionStates.map(({ value }) => ({ value, text: stateText(value) }))}
            {...field('state')}
          />
          <TextField
            label="Pourquoi"
            isOptional
            help="Demandé quand tout s’arrête."
            maxLength={400}
            {...field('why')}
          />
          {texts.map(({ name, label, help }) => (
            <TextAreaField key={name} label={label} isOptional help={help} rows={3} maxLength={1500} {...field(name)} />
          ))}
          <DayField label="Vrai le" isRequired {...field('day')} />
          <Submit>Noter le suivi</Submit>
        </form>
      )}
      {followUps.length > 1 && (
        <details>
          <summary>Ce qui a été dit avant</summary>
          <ul>
            {followUps
              .slice(0, -1)
              .toReversed()
              .map((one) => (
                <li key={`${one.day}${one.done}${one.next}`}>
                  {day(one.day)} : {stateText(one.state)}, par {one.by}. {one.done} {one.difficulties} {one.next}
                </li>
              ))}
          </ul>
        </details>
      )}
    </Section>
  )
}
