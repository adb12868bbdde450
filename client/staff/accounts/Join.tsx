/** Behind a link: the first administrator, a new colleague, or someone getting their access back. */
import { useCallback, useEffect, useState } from 'react'
import { Link, Redirect, useLocation } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import { Refusal } from '../../parts/api.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Failure, Submit, TextField } from '../../parts/staff/Field.tsx'
import { Moment } from '../../parts/staff/Inside.tsx'
import { confirmSession, SessionNotKept, useMe } from '../../parts/staff/me.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, fieldErrors, sentenceOf } from '../../parts/staff/staffApi.ts'
import { bindFields, useTyped } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { FirstAuthority } from '../authority/FirstAuthority.tsx'
import { Enrol } from './Enrol.tsx'
import { LoginField, PasswordField } from './Identity.tsx'
import { EntryFailure, NotKept } from './NotKept.tsx'
import { useForm } from './useForm.ts'

/** Whether an address ends with a link as it was handed over: cut or empty, there is nothing to ask. */
const isWhole = (secret: string) => /^[A-Za-z0-9_-]{43}$/.test(secret)

export function Join() {
  const [secret, setSecret] = useState(() => location.hash.slice(1))
  // the whole link may be pasted over a cut one, on this very page
  useEffect(() => {
    const follow = () => isWhole(location.hash.slice(1)) && setSecret(location.hash.slice(1))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return isWhole(secret) ? <ByLink key={secret} secret={secret} /> : <Returning />
}

function ByLink({ secret }: { secret: string }) {
  const [step, setStep] = useState<'form' | 'factor' | 'done'>('form')
  const [loaded, again] = useLoaded(useCallback(() => call('POST /api/invitation', { body: { secret } }), [secret]))
  if (step === 'done') return <Redirect to="/gerer" replace />
  if (step === 'factor') return <FactorStep />
  if (loaded && 'error' in loaded && loaded.error instanceof Refusal && !loaded.error.isPassing) return <Returning />
  if (!loaded || 'error' in loaded)
    return (
      <StaffFrame title="Un instant…">
        <Loading loaded={loaded} again={again}>
          {() => null}
        </Loading>
      </StaffFrame>
    )
  if (loaded.value.kind === 'guest') return <GuestEntry secret={secret} onOpened={() => setStep('done')} />
  return <Form secret={secret} offer={loaded.value as Own} onAccepted={() => setStep('factor')} />
}

/** The first of all also says whose site it is. */
const useStepCount = () => (useLocation()[0] === '/installation' ? 3 : 2)

function FactorStep() {
  const steps = useStepCount()
  const [isSet, setIsSet] = useState(false)
  if (isSet) return <AfterFactor />
  return (
    <StaffFrame
      title="Votre second facteur"
      lead={`Étape 2 sur ${steps} · votre téléphone confirmera que c’est bien vous`}
    >
      <Enrol onDone={() => setIsSet(true)} />
    </StaffFrame>
  )
}

function AfterFactor() {
  const isFirst = useStepCount() === 3
  const isAdministrator = useMe()?.account?.roles.includes('admin')
  return isFirst && isAdministrator ? <FirstAuthority step="Étape 3 sur 3" /> : <Redirect to="/gerer" replace />
}

/** Come back without the link, or with one that has served: each goes on where they stopped. */
function Returning() {
  const me = useMe()
  // who they were when they came: the phone confirmed here opens the session, and its codes are still to be read
  const [stage, setStage] = useState(me?.stage)
  const [goesOn, setGoesOn] = useState(false)
  if (me && stage === undefined) setStage(me.stage)
  if (stage === undefined) return <Moment />
  if (goesOn) return <AfterFactor />
  if (stage === 'enrol') return <FactorStep />
  // a visit has no codes to have kept
  if (stage === 'open' && !me?.account?.recoveryLeft) return <Redirect to="/gerer" replace />
  if (stage === 'open')
    return (
      <StaffFrame title="Votre compte est prêt" lead={'Votre session est ouverte\u202f: ce lien ne sert plus'}>
        <div className="staff-narrow">
          <p>
            Vos dix codes de secours ne s’affichent qu’une fois. Si vous ne les avez pas gardés, faites-en dix nouveaux
            {'\u202f'}: ils remplaceront les premiers.
          </p>
          <div className="actions">
            <Button kind="main" onClick={() => setGoesOn(true)}>
              Continuer
            </Button>
            <Link className="button" href="/gerer/sessions">
              Faire dix nouveaux codes
            </Link>
          </div>
        </div>
      </StaffFrame>
    )
  return (
    <StaffFrame title="Ce lien ne sert plus, ou il est incomplet">
      <div className="staff-narrow">
        <p>
          Si vous avez déjà choisi votre mot de passe, votre compte est fait{'\u202f'}: connectez-vous, la suite reprend
          là où vous en étiez.
        </p>
        <p className="muted">
          {me?.isNew
            ? 'Sinon, ouvrez le lien de première installation en entier\u202f: il est affiché là où le serveur a été lancé.'
            : 'Sinon, ouvrez le lien en entier, ou demandez-en un nouveau à la personne qui vous l’a remis.'}
        </p>
        <div className="actions">
          <Link className="button" href="/connexion" data-kind="main">
            Se connecter
          </Link>
        </div>
      </div>
    </StaffFrame>
  )
}

const titles: Record<Exclude<staff.Offer['kind'], 'guest'>, string> = {
  first: 'Première installation',
  operator: 'Administrer le site',
  invite: 'Rejoindre l’équipe',
  reset: 'Retrouver votre accès',
}

/** A click opens the demonstration: a link that is only looked at, by a program that previews it, opens nothing. */
function GuestEntry({ secret, onOpened }: { secret: string; onOpened: () => void }) {
  const [failure, setFailure] = useState<unknown>()
  const enter = async () => {
    setFailure(undefined)
    try {
      await call('POST /api/invitation/visit', { body: { secret } })
      await confirmSession()
      onOpened()
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <StaffFrame title="Visiter la démonstration" lead="Personnes, lieux et chiffres sont inventés">
      <div className="staff-narrow">
        <p>
          Vous entrez comme une personne de l’équipe qui analyse les réponses, écrit les questionnaires et suit le plan.
          Rien de ce que vous ferez ne touche de vraies réponses : essayez tout.
        </p>
        <p>
          À voir d’abord{'\u202f'}: <b>Plan</b>, où les réponses se rangent sous chaque objectif{'\u202f'}; puis{' '}
          <b>Questionnaires</b>, pour croiser deux réponses ou écrire une question.
        </p>
        <EntryFailure failure={failure} />
        <div className="actions">
          <Button kind="main" onClick={enter}>
            Entrer
          </Button>
        </div>
      </div>
    </StaffFrame>
  )
}

type Own = staff.Offer & { kind: keyof typeof titles }
type FormProps = { secret: string; offer: Own; onAccepted: () => void }

function Form({ secret, offer, onAccepted }: FormProps) {
  const [typed, change] = useTyped({ login: offer.login ?? '', name: offer.name, password: '' })
  const { failure, isBusy, submit } = useForm(async () => {
    await call('POST /api/invitation/accept', { body: { secret, ...typed } })
    // the link is spent: it must not stay in the address or the history
    history.replaceState(null, '', location.pathname)
    await confirmSession()
    onAccepted()
  })
  const errors = fieldErrors(failure)
  const field = bindFields(typed, change, errors)
  // the link has served: sent again, the form would only be told so
  if (failure instanceof SessionNotKept)
    return (
      <StaffFrame title="Votre mot de passe est enregistré" lead="La suite se fait avec lui, sans ce lien">
        <div className="staff-narrow">
          <NotKept />
        </div>
      </StaffFrame>
    )
  return (
    <StaffFrame title={titles[offer.kind]} lead={`Étape 1 sur ${offer.kind === 'first' ? 3 : 2} · votre compte`}>
      <form className="form staff-narrow" onSubmit={submit} noValidate>
        {offer.invitedBy && (
          <p className="notice">
            {offer.invitedBy} vous invite{offer.kind === 'reset' ? ' à choisir un nouveau mot de passe' : ''}.
          </p>
        )}
        {offer.kind === 'first' && (
          <p>Vous serez la première personne à administrer ce site. Vous inviterez ensuite vos collègues.</p>
        )}
        <Failure text={failure && Object.keys(errors).length === 0 ? sentenceOf(failure) : undefined} />
        <TextField label="Prénom et nom" autoComplete="name" {...field('name')} />
        {offer.login === null ? (
          <LoginField help="Votre adresse électronique professionnelle convient." {...field('login')} />
        ) : (
          <p>
            Identifiant : <b>{offer.login}</b>
          </p>
        )}
        <PasswordField
          isNew
          help="Au moins 12 caractères. Une phrase courte se retient bien, par exemple quatre mots sans rapport."
          {...field('password')}
        />
        <Submit isDisabled={isBusy}>{isBusy ? 'Vérification…' : 'Continuer'}</Submit>
      </form>
    </StaffFrame>
  )
}
