/** /carnet/:id: one session as it was noted, its corrections, what people said at its exit. */

import { useCallback, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { actionLog } from '../../api/wire/public.ts'
import { ageRows, ages, originRows, origins, repeatRows, stateRows } from '../../surveys/action-log/rows.ts'
import { levelHeading, levelSaid } from '../../surveys/authority/levels.ts'
import { fullDayText, momentText } from '../../surveys/days.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Dialog, DialogButton } from '../parts/staff/Dialog.tsx'
import { NoteField } from '../parts/staff/NoteField.tsx'
import { Section } from '../parts/staff/Section.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call, fieldErrors, sentenceOf } from '../parts/staff/staffApi.ts'
import { notify, orNotify } from '../parts/staff/Toasts.tsx'
import { useLoaded } from '../parts/useLoaded.ts'
import { Correcting } from './Correcting.tsx'
import { ExitPanel } from './ExitPanel.tsx'
import { counted, eurosText, hoursText, peopleText, stateBadge } from './words.ts'

type Page = actionLog.EntryPage

export function EntryDetails({ id }: { id: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/action-log/:entry', { params: { entry: id } }), [id]),
  )
  const page = loaded && 'value' in loaded ? loaded.value : null
  const [isCorrecting, setCorrecting] = useState(false)
  return (
    <StaffFrame
      title={page?.entry.activity ?? 'Séance'}
      {...(page ? { lead: [fullDayText(page.entry.day), page.communeName].filter(Boolean).join(' · ') } : {})}
    >
      <p>
        <Link href="/carnet">Tout le carnet</Link>
      </p>
      <Loading loaded={loaded} again={again}>
        {(shown) =>
          isCorrecting ? (
            <Correcting
              page={shown}
              done={() => {
                setCorrecting(false)
                again()
              }}
              leave={() => setCorrecting(false)}
            />
          ) : (
            <Details page={shown} again={again} correct={() => setCorrecting(true)} />
          )
        }
      </Loading>
    </StaffFrame>
  )
}

function Details({ page, again, correct }: { page: Page; again: () => void; correct: () => void }) {
  const { entry, removed, canWrite, masked, history } = page
  const [isRemoving, setRemoving] = useState(false)
  async function replaceNote() {
    await orNotify(async () => {
      await call('PUT /api/action-log/:entry', {
        params: { entry: page.id },
        body: { entry: { ...entry, note: masked! }, revision: page.revision },
      })
      notify('La note est masquée.')
      again()
    })
  }
  return (
    <>
      {removed && (
        <p className="notice" data-kind="warm">
          Retirée du carnet par {removed.by}, {momentText(removed.at)} : {removed.why}
        </p>
      )}
      <Facts page={page} />
      {masked !== null && canWrite && (
        <div className="notice" data-kind="warm">
          <p>La note semble contenir un nom, ou de quoi reconnaître quelqu’un. Masquée, elle dirait :</p>
          <p>
            <i>{masked}</i>
          </p>
          <div className="actions">
            <Button onClick={() => void replaceNote()}>Masquer</Button>
          </div>
        </div>
      )}
      {canWrite && (
        <div className="actions">
          <Button kind="main" onClick={correct}>
            Corriger
          </Button>
          <Button kind="quiet" onClick={() => setRemoving(true)}>
            Retirer du carnet
          </Button>
        </div>
      )}
      {!removed && <ExitPanel page={page} again={again} />}
      <Section id="history" title="Historique">
        <ul className="log-history">
          {history.map(({ by, at, changes }) => (
            <li key={at}>
              <b>
                Corrigée par {by}, {momentText(at)}
              </b>
              <ul className="log-list">
                {changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </li>
          ))}
          <li>
            Notée par {page.by}, {momentText(page.at)}
          </li>
        </ul>
      </Section>
      {isRemoving && <Removing page={page} leave={() => setRemoving(false)} />}
    </>
  )
}

function Facts({ page: { entry, objectives, action } }: { page: Page }) {
  const badge = stateBadge(entry.state)
  const classes = [
    ...ages.map((age) => ({ text: ageRows[age].short, count: entry.ages[age] })),
    ...origins.map((origin) => ({ text: originRows[origin].short, count: entry.origins[origin] })),
  ].filter(({ count }) => count !== undefined)
  const rows: [string, string][] = [
    ['Pourquoi', entry.why],
    ['Pilote', entry.pilot],
    ['Partenaires', entry.partners.join(', ')],
    ['Familles', entry.families === null ? '' : counted(entry.families, 'famille', 'familles')],
    ['Durée', entry.hours === null ? '' : hoursText(entry.hours)],
    ['Coût', entry.cost === null ? '' : eurosText(entry.cost)],
    ['Revient', entry.repeats === 'none' ? '' : repeatRows[entry.repeats].text.toLowerCase()],
    [levelHeading('action'), action === null ? '' : `${action.number} · ${action.title}`],
    ['Note', entry.note],
  ]
  return (
    <dl className="log-facts">
      <div>
        <dt>État</dt>
        <dd>
          <span className="badge" data-kind={badge.kind}>
            {badge.text}
          </span>
        </dd>
      </div>
      {stateRows[entry.state].isHeld && (
        <div>
          <dt>Personnes</dt>
          <dd>
            <b>{peopleText(entry.present)}</b>
            {classes.length > 0 && (
              <span className="muted">
                {' '}
                ({classes.map(({ text, count }) => `${text.toLowerCase()} ${count}`).join(', ')})
              </span>
            )}
          </dd>
        </div>
      )}
      {rows
        .filter(([, text]) => text !== '')
        .map(([title, text]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      <div>
        <dt>{levelHeading('objective', 2)}</dt>
        <dd>
          {objectives.length === 0 ? (
            <span className="muted">La séance n’indique {levelSaid('none', 'objective')}.</span>
          ) : (
            <ul className="log-list">
              {objectives.map(({ number, title }) => (
                <li key={number}>
                  {number} · {title}
                </li>
              ))}
            </ul>
          )}
        </dd>
      </div>
    </dl>
  )
}

function Removing({ page, leave }: { page: Page; leave: () => void }) {
  const [, go] = useLocation()
  const [why, setWhy] = useState('')
  const [failure, setFailure] = useState('')
  async function remove() {
    try {
      await call('POST /api/action-log/:entry/remove', { params: { entry: page.id }, body: { why } })
      notify('La séance est retirée du carnet.')
      go('/carnet')
    } catch (error) {
      setFailure(fieldErrors(error).why ?? sentenceOf(error))
    }
  }
  return (
    <Dialog
      isOpen
      title="Retirer cette séance du carnet ?"
      closeText="Annuler"
      onClose={leave}
      actions={
        <DialogButton isDanger onPress={() => void remove()}>
          Retirer
        </DialogButton>
      }
    >
      <p>Elle ne comptera plus nulle part. Une séance qui n’a pas eu lieu se corrige plutôt en « Annulé ».</p>
      <NoteField
        label="Pourquoi ?"
        help="Notée deux fois, mauvais carnet… Le motif reste dans l’historique."
        failure={failure}
        least={3}
        most={300}
        value={why}
        onChange={setWhy}
      />
    </Dialog>
  )
}
