/** The life of a questionnaire on one line, and the few gestures that move it. */
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { dayAfter, usualDays } from '../../surveys/days.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Dialog, DialogButton } from '../parts/staff/Dialog.tsx'
import { DayField, Submit } from '../parts/staff/Field.tsx'
import { Section } from '../parts/staff/Section.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { notify, orNotify } from '../parts/staff/Toasts.tsx'
import { bindFields, submits, useSaving, useTyped } from '../parts/staff/useSaving.ts'
import { ClockNotice } from './ClockNotice.tsx'
import { Timeline } from './Timeline.tsx'
import type { TabProps } from './tab-props.ts'
import { Waiting } from './Waiting.tsx'
import { day, dayValue, reopenedUntil } from './words.ts'

export function Calendar({ page, mayDecide, again }: TabProps) {
  const { slug, status, frozenAt, clock, revision } = page
  const seen = useRef(revision)
  // the form that was sent has given way to another: where it stands now is heard
  useEffect(() => {
    if (seen.current === revision) return
    seen.current = revision
    if (document.activeElement === document.body) document.getElementById('timeline')?.focus()
  }, [revision])
  return (
    <>
      <ClockNotice clock={clock} isAdmin={false} onConfirmed={again} />
      <Timeline page={page} />
      {status === 'trial' && (
        <p className="notice">
          Ce questionnaire est à l’essai. Vous pouvez préparer ses dates ; il n’ouvrira pour de bon qu’une fois{' '}
          <Link href={`/gerer/questionnaires/${page.slug}`}>approuvé par une seconde personne</Link>.
        </p>
      )}
      {frozenAt === null && mayDecide && <Dates key={page.revision} page={page} mayDecide={mayDecide} again={again} />}
      {status === 'closed' && (
        <Waiting slug={slug} groups={page.flagged} when="Décidez avant de publier les résultats." />
      )}
      {status === 'open' && mayDecide && <CloseNow page={page} again={again} />}
      {frozenAt !== null && (
        <p className="notice">
          Figé depuis le {day(frozenAt)} : les codes de retrait sont détruits, plus personne ne peut relier une réponse
          à quelqu’un. Ce questionnaire ne peut plus être rouvert.
        </p>
      )}
    </>
  )
}

function Dates({ page, again }: TabProps) {
  const { slug, revision, status, opensAt, closesAt, freezesAt, invitation } = page
  const mayMoveOpening = status === 'trial' || status === 'soon'
  const isClosed = status === 'closed'
  const [typed, change] = useTyped({
    opensOn: dayValue(opensAt),
    closesOn: isClosed ? reopenedUntil(freezesAt) : dayValue(closesAt),
  })
  const { opensOn, closesOn } = typed
  const [errors, saving] = useSaving()
  const field = bindFields(typed, change, errors)
  const [isAsked, setAsked] = useState(false)
  const isFar = status === 'open' && closesAt !== null && closesOn > dayAfter(dayValue(closesAt), usualDays)
  const save = () =>
    saving(async () => {
      setAsked(false)
      await call('PUT /api/fieldwork/:slug/dates', {
        params: { slug },
        body: { revision, opensOn: opensOn || null, closesOn: closesOn || null },
      })
      // what is printed cannot follow
      const isOutdated = status === 'open' && closesAt !== null && closesOn !== dayValue(closesAt)
      notify(
        isClosed
          ? 'C’est rouvert. Les textes disent le nouveau jour.'
          : `Les dates sont enregistrées.${isOutdated ? ` Ce qui est déjà imprimé ou envoyé dit encore le ${day(closesAt)}.` : ''}`,
      )
      again()
    })
  return (
    <form
      className="section form"
      aria-labelledby="dates"
      noValidate
      onSubmit={submits(() => (isFar ? setAsked(true) : save()))}
    >
      <h2 id="dates">{isClosed ? 'Rouvrir' : 'Dates'}</h2>
      {isClosed && (
        <p>
          Choisissez un nouveau dernier jour : le questionnaire rouvre aussitôt.
          {freezesAt && ` Possible jusqu’au gel, le ${day(freezesAt)}.`}
          {invitation === 'required' && ' Il faudra toujours un code pour répondre.'}
        </p>
      )}
      {mayMoveOpening && (
        <DayField
          label="Premier jour"
          help="Avant ce jour, les habitants lisent « Ce questionnaire ouvre le … ». Vide : dès l’approbation."
          {...field('opensOn')}
        />
      )}
      <DayField
        label="Dernier jour pour répondre"
        help="Jusqu’à minuit ce jour-là. Qui a commencé peut encore envoyer pendant trois heures. La notice dira ce jour."
        {...field('closesOn')}
      />
      <Submit>{isClosed ? 'Rouvrir jusqu’à ce jour' : 'Enregistrer les dates'}</Submit>
      <Dialog
        isOpen={isAsked}
        title={isAsked ? `Prolonger jusqu’au ${day(closesOn)} ?` : ''}
        closeText="Revoir le jour"
        onClose={() => setAsked(false)}
        actions={<DialogButton onPress={save}>Prolonger</DialogButton>}
      >
        <p>
          C’est plus de six semaines après le dernier jour actuel. Le gel suivra, et n’avancera plus : qui répond d’ici
          là peut corriger ou retirer sa réponse jusque-là.
        </p>
      </Dialog>
    </form>
  )
}

function CloseNow({ page: { slug, revision, flagged, freezesAt }, again }: Pick<TabProps, 'page' | 'again'>) {
  const [isAsked, setAsked] = useState(false)
  async function close() {
    setAsked(false)
    await orNotify(async () => {
      await call('POST /api/fieldwork/:slug/close', { params: { slug }, body: { revision } })
      notify('Le questionnaire est clos. Qui avait commencé peut encore envoyer pendant trois heures.')
    })
    again()
  }
  return (
    <Section id="close-now" title="Clore avant la date">
      <p>Vous pourrez rouvrir tant que le questionnaire n’est pas figé.</p>
      <div className="actions">
        <Button kind="danger" onClick={() => setAsked(true)}>
          Clore maintenant…
        </Button>
      </div>
      <Dialog
        isOpen={isAsked}
        title="Clore ce questionnaire maintenant ?"
        closeText="Le laisser ouvert"
        onClose={() => setAsked(false)}
        actions={
          <DialogButton isDanger onPress={close}>
            Clore maintenant
          </DialogButton>
        }
      >
        <p>
          Plus personne ne peut commencer. Qui a déjà commencé peut envoyer pendant trois heures. Pensez à retirer les
          affiches.
        </p>
        {freezesAt && (
          <p>
            Le gel reste au {day(freezesAt)} : c’est promis à qui a répondu, qui peut corriger ou retirer sa réponse
            jusque-là.
          </p>
        )}
        <Waiting slug={slug} groups={flagged} when="Vous pourrez aussi décider après la clôture, avant de publier." />
      </Dialog>
    </Section>
  )
}
