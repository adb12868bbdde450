/** A questionnaire from trial to real life: what is missing, the request of one person, the approval of another. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import { dayAfter, dayOf, usualDays } from '../../../surveys/days.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { dayText, momentText } from '../../parts/staff/dates.ts'
import { DayField } from '../../parts/staff/Field.tsx'
import { useMe } from '../../parts/staff/me.ts'
import { call } from '../../parts/staff/staffApi.ts'
import { notify, orNotify } from '../../parts/staff/Toasts.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'

const openingHash = '#ouverture'

type Line = staff.LivePage['questionnaires'][number]

/** @param onChanged after a request, its withdrawal or its approval */
export function Opening({ slug, onChanged }: { slug: string; onChanged: () => void }) {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/live'), []))
  return (
    <Loading loaded={loaded} again={again}>
      {({ questionnaires }) => {
        const line = questionnaires.find((one) => one.slug === slug)
        return (
          line && (
            <Questionnaire
              line={line}
              onChanged={() => {
                again()
                onChanged()
              }}
            />
          )
        )
      }}
    </Loading>
  )
}

function Questionnaire({ line, onChanged }: { line: Line; onChanged: () => void }) {
  const { slug, title, status, version, answers, missing, notes, request } = line
  const hasNothing = status !== 'trial' && missing.length + notes.length === 0 && !request && !line.hasParameters
  const isPublisher = useMe()?.account?.roles.includes('publisher') ?? false
  const [open, setOpen] = useState<'ask' | 'approve' | null>(null)
  const params = { slug }
  const heading = useRef<HTMLHeadingElement>(null)
  // whoever is led here lands on it, at each press: it is drawn once the page is
  useEffect(() => {
    const land = () => {
      if (location.hash !== openingHash) return
      heading.current?.focus({ preventScroll: true })
      heading.current?.scrollIntoView()
    }
    land()
    addEventListener('pushState', land)
    return () => removeEventListener('pushState', land)
  }, [])
  async function act(deed: () => Promise<string>) {
    setOpen(null)
    await orNotify(async () => notify(await deed()))
    onChanged()
  }
  if (hasNothing) return null
  return (
    <section className="section" aria-labelledby="ouverture">
      <div>
        <h2 id="ouverture" ref={heading} tabIndex={-1}>
          {status === 'trial' ? 'De l’essai à l’ouverture' : 'Textes et précisions'}
        </h2>
        {status === 'trial' && (
          <p className="muted">
            Une personne demande l’ouverture, une autre l’approuve. Les réponses d’essai sont effacées.
          </p>
        )}
        {line.hasParameters && (
          <p>
            <Link href={`/gerer/questionnaires/${slug}/precisions`}>Précisions de la collectivité</Link>
          </p>
        )}
      </div>
      {missing.length > 0 && (
        <Matters title="Avant d’ouvrir, il manque :" lines={missing} isUrgent opening={{ slug, title }} />
      )}
      {notes.length > 0 && <Matters title="Bon à savoir" lines={notes} opening={{ slug, title }} />}
      {request && (
        <div className="notice">
          <p>
            {request.isMine ? 'Vous avez demandé' : `${request.byName} a demandé`} l’ouverture jusqu’au{' '}
            {dayText(request.closesAt)} ({momentText(request.at)}).{' '}
            {request.isMine ? 'Une autre personne, avec le droit « Approbation », doit approuver.' : ''}
          </p>
          <div className="actions">
            {!request.isMine && isPublisher && (
              <Button kind="main" onClick={() => setOpen('approve')}>
                Relire et approuver
              </Button>
            )}
            <Button
              kind="quiet"
              onClick={() =>
                act(async () => {
                  await call('POST /api/questionnaires/:slug/live/withdraw', { params, body: {} })
                  return 'La demande est retirée.'
                })
              }
            >
              Retirer la demande
            </Button>
          </div>
        </div>
      )}
      {status === 'trial' && !request && (
        <div className="actions">
          <Button
            kind={missing.length === 0 ? 'main' : undefined}
            disabled={missing.length > 0}
            onClick={() => setOpen('ask')}
          >
            Demander l’ouverture
          </Button>
        </div>
      )}
      {open === 'ask' && (
        <AskDialog
          title={title}
          onClose={() => setOpen(null)}
          onAsk={(day) =>
            act(async () => {
              await call('POST /api/questionnaires/:slug/live', { params, body: { closesAt: day } })
              return 'La demande est faite. Prévenez la personne qui approuvera.'
            })
          }
        />
      )}
      <Dialog
        isOpen={open === 'approve'}
        title={`Ouvrir « ${title} » ?`}
        closeText="Pas encore"
        onClose={() => setOpen(null)}
        actions={
          <DialogButton
            onPress={() =>
              act(async () => {
                const body = { edition: request?.edition ?? '' }
                const { deleted } = await call('POST /api/questionnaires/:slug/live/approve', { params, body })
                return `« ${title} » est ouvert. Réponses d’essai effacées : ${deleted}.`
              })
            }
          >
            Ouvrir pour de bon
          </DialogButton>
        }
      >
        <ul>
          <li>Les habitants pourront répondre{request && ` jusqu’au ${dayText(request.closesAt)}`}.</li>
          <li>{trialText(answers)}</li>
          <li>Les textes, tranches, lieux et prix d’aujourd’hui seront figés dans la version {version + 1}.</li>
        </ul>
        <p>
          <a href={`/q/${slug}`} target="_blank" rel="noreferrer">
            Relire le questionnaire dans un autre onglet
          </a>
        </p>
      </Dialog>
    </section>
  )
}

const trialText = (answers: number) =>
  answers === 0
    ? 'Aucune réponse d’essai n’est à effacer.'
    : answers === 1
      ? 'La réponse d’essai sera effacée.'
      : `Les ${answers} réponses d’essai seront effacées.`

type MattersProps = {
  title: string
  lines: staff.Linked[]
  isUrgent?: boolean
  /** Where one comes back to. */
  opening: { slug: string; title: string }
}

function Matters({ title, lines, isUrgent, opening }: MattersProps) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="matters">
        {lines.map(({ text, link, linkText }) => (
          <li key={text} data-urgent={isUrgent || undefined}>
            <p>{text}</p>
            <Link href={link} state={{ opening }}>
              {linkText}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function AskDialog({ title, onClose, onAsk }: { title: string; onClose: () => void; onAsk: (day: string) => void }) {
  const [day, setDay] = useState(() => dayAfter(dayOf(new Date()), usualDays))
  const [error, setError] = useState<string>()
  return (
    <Dialog
      isOpen
      title={`Demander l’ouverture de « ${title} »`}
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton onPress={() => (day ? onAsk(day) : setError('Choisissez le dernier jour pour répondre.'))}>
          Faire la demande
        </DialogButton>
      }
    >
      <DayField
        label="Dernier jour pour répondre"
        help="Écrit dans la notice et sur la page d’accueil. Proposé : dans six semaines."
        error={error || undefined}
        value={day}
        onChange={setDay}
      />
    </Dialog>
  )
}
