/** Coming in: password, then the code of the phone, or a recovery code when it is lost. */
import { useState } from 'react'
import { Redirect } from 'wouter'
import { Button } from '../../parts/forms/Button.tsx'
import { confirmSession, useMe, wayBack } from '../../parts/staff/me.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { Enrol } from './Enrol.tsx'
import { CodeField, LoginField, PasswordField } from './Identity.tsx'
import { EntryFailure } from './NotKept.tsx'
import { useForm } from './useForm.ts'

export function Login() {
  const me = useMe()
  // codes are shown once, right after the session opened: the page must not leave before they are read
  const [isEnrolling, setIsEnrolling] = useState(false)
  if (me?.stage === 'enrol' || isEnrolling)
    return (
      <StaffFrame title="Votre second facteur" lead="Il protège votre compte même si votre mot de passe est connu.">
        <Enrol onStart={() => setIsEnrolling(true)} onDone={() => setIsEnrolling(false)} />
      </StaffFrame>
    )
  if (me?.stage === 'open') return <Redirect to={wayBack()} replace />
  return (
    <StaffFrame title="Connexion" lead="Espace des équipes">
      {me?.needsHttps ? (
        <p className="notice" data-kind="warm">
          Cet espace demande une connexion chiffrée (https). Demandez à la personne qui a installé le site de l’activer,
          ou ouvrez-le depuis le serveur lui-même.
        </p>
      ) : me?.isNew ? (
        <p className="notice">
          Personne n’administre encore ce site. Ouvrez le lien de première installation, affiché là où le serveur a été
          lancé.
        </p>
      ) : (
        <div className="staff-narrow">{me?.stage === 'code' ? <CodeForm /> : <PasswordForm />}</div>
      )}
    </StaffFrame>
  )
}

function PasswordForm() {
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const { failure, isBusy, submit } = useForm(async () => {
    await call('POST /api/session', { body: { login, password } })
    await confirmSession()
  })
  return (
    <form className="form" onSubmit={submit}>
      <EntryFailure failure={failure} />
      <LoginField isRequired value={login} onChange={setLogin} />
      <PasswordField isRequired value={password} onChange={setPassword} />
      <Button type="submit" kind="main" disabled={isBusy}>
        {isBusy ? 'Vérification…' : 'Continuer'}
      </Button>
      <p className="form-help">Mot de passe oublié ? Demandez un nouveau lien à une personne qui administre le site.</p>
    </form>
  )
}

function CodeForm() {
  const [isLost, setIsLost] = useState(false)
  const [code, setCode] = useState('')
  const { failure, isBusy, submit } = useForm(async () => {
    await call('POST /api/session/code', { body: isLost ? { recovery: code } : { code } })
    await confirmSession()
  })
  return (
    <form className="form" onSubmit={submit}>
      <EntryFailure failure={failure} />
      <CodeField
        key={String(isLost)}
        label={isLost ? 'Code de secours' : 'Code à six chiffres'}
        help={
          isLost
            ? 'Un des dix codes notés à votre arrivée. Il ne servira plus ensuite, et vous réglerez un nouveau téléphone dans l’heure.'
            : 'Ouvrez votre application d’authentification : le code change toutes les 30 secondes.'
        }
        isRequired
        isNext
        isWord={isLost}
        value={code}
        onChange={setCode}
      />
      <Button type="submit" kind="main" disabled={isBusy}>
        {isBusy ? 'Vérification…' : 'Entrer'}
      </Button>
      <Button
        kind="quiet"
        onClick={() => {
          setIsLost(!isLost)
          setCode('')
        }}
      >
        {isLost ? 'J’ai mon téléphone' : 'Je n’ai plus mon téléphone'}
      </Button>
    </form>
  )
}
