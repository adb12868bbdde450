/** Behind a link: the first administrator, a new colleague, or someone getting their access back. */
import { type FormEvent, useCallback, useState } from 'react'
import { Redirect } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import { Skeleton } from '../../parts/State.tsx'
import { Failure, Submit, TextField } from '../../parts/staff/Field.tsx'
import { refreshMe } from '../../parts/staff/me.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, fieldErrors, sentenceOf } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { FirstAuthority } from '../authority/FirstAuthority.tsx'
import { Enrol } from './Enrol.tsx'
import { LoginField, PasswordField } from './Identity.tsx'

export function Join() {
  const [secret] = useState(() => location.hash.slice(1))
  const [step, setStep] = useState<'form' | 'factor' | 'authority' | 'done'>('form')
  const [loaded] = useLoaded(useCallback(() => call('POST /api/invitation', { body: { secret } }), [secret]))
  // the first of all also says whose site it is
  const isFirst = loaded !== null && 'value' in loaded && loaded.value.kind === 'first'
  const steps = isFirst ? 3 : 2
  if (step === 'done') return <Redirect to="/gerer" replace />
  if (step === 'authority') return <FirstAuthority step={`Étape 3 sur ${steps}`} />
  if (step === 'factor')
    return (
      <StaffFrame
        title="Votre second facteur"
        lead={`Étape 2 sur ${steps} · votre téléphone confirmera que c’est bien vous`}
      >
        <Enrol onDone={() => setStep(isFirst ? 'authority' : 'done')} />
      </StaffFrame>
    )
  if (!loaded || 'error' in loaded)
    return (
      <StaffFrame title={loaded ? 'Ce lien ne fonctionne pas' : 'Un instant…'}>
        {loaded ? (
          <p className="notice" data-kind="warm">
            {sentenceOf(loaded.error)}
          </p>
        ) : (
          <Skeleton />
        )}
      </StaffFrame>
    )
  if (loaded.value.kind === 'guest') return <GuestEntry secret={secret} onOpened={() => setStep('done')} />
  return <Form secret={secret} offer={loaded.value as Own} onAccepted={() => setStep('factor')} />
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
      await refreshMe()
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
        <Failure text={failure ? sentenceOf(failure) : undefined} />
        <div className="actions">
          <button type="button" className="button" data-kind="main" onClick={enter}>
            Entrer
          </button>
        </div>
      </div>
    </StaffFrame>
  )
}

type Own = staff.Offer & { kind: keyof typeof titles }
type FormProps = { secret: string; offer: Own; onAccepted: () => void }

function Form({ secret, offer, onAccepted }: FormProps) {
  const [typed, setTyped] = useState({ login: offer.login ?? '', name: offer.name, password: '' })
  const [failure, setFailure] = useState<unknown>()
  const errors = fieldErrors(failure)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(undefined)
    try {
      await call('POST /api/invitation/accept', { body: { secret, ...typed } })
      // the link is spent: it must not stay in the address or the history
      history.replaceState(null, '', location.pathname)
      await refreshMe()
      onAccepted()
    } catch (error) {
      setFailure(error)
    }
  }
  const set = (change: Partial<typeof typed>) => setTyped({ ...typed, ...change })
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
        <TextField
          label="Prénom et nom"
          error={errors.name}
          autoComplete="name"
          value={typed.name}
          onChange={(text) => set({ name: text })}
        />
        {offer.login === null ? (
          <LoginField
            help="Votre adresse électronique professionnelle convient."
            error={errors.login}
            value={typed.login}
            onChange={(login) => set({ login })}
          />
        ) : (
          <p>
            Identifiant : <b>{offer.login}</b>
          </p>
        )}
        <PasswordField
          isNew
          help="Au moins 12 caractères. Une phrase courte se retient bien, par exemple quatre mots sans rapport."
          error={errors.password}
          value={typed.password}
          onChange={(password) => set({ password })}
        />
        <Submit>Continuer</Submit>
      </form>
    </StaffFrame>
  )
}
