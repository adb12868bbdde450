/** A tablet becomes a kiosk: the link of the staff, a PIN chosen here, and everything it needs without a network. */
import { type FormEvent, useState } from 'react'
import { Button } from '../parts/forms/Button.tsx'
import { whyNotRegistered } from './lacking.ts'
import { Outside } from './Outside.tsx'
import { askToKeep, type Kept, mayAsk, note } from './offline/kept.ts'
import { installWorker } from './offline/worker.ts'
import { heartbeat, join, withQuestionnaires } from './orders.ts'
import { PinField } from './PinField.tsx'
import { isPinShaped, isTooPlain, newPin } from './pin.ts'
import { tablet } from './queue/database.ts'

type Props = { secret: string; isKnown: boolean; done: () => void }

export function Register({ secret, isKnown, done }: Props) {
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  async function register(event: FormEvent) {
    event.preventDefault()
    const wrong = !isPinShaped(pin)
      ? 'Il faut six chiffres.'
      : isTooPlain(pin)
        ? 'Ce code serait essayé parmi les premiers. Choisissez-en un autre.'
        : pin !== again
          ? 'Les deux codes ne sont pas les mêmes.'
          : ''
    setProblem(wrong)
    if (wrong) return
    setIsBusy(true)
    try {
      // first all that can fail here: the link serves once
      await installWorker()
      const answered = askToKeep()
      const hashed = await newPin(pin)
      const { token, orders } = await join(secret)
      const clockMs = new Date(orders.now).getTime() - Date.now()
      const kept: Kept = mayAsk() ? 'unanswered' : 'unpromised'
      const registered = { token, orders, pin: hashed, clockMs, isRevoked: false, fetchedAt: 0, kept }
      await tablet.set(registered)
      void answered.then(note).catch(() => {})
      await heartbeat(await withQuestionnaires(registered))
      history.replaceState(null, '', '/kiosk')
      done()
    } catch (error) {
      setProblem(await whyNotRegistered(error))
      setIsBusy(false)
    }
  }
  return (
    <Outside title="Faire de cette tablette une borne">
      <p>
        Choisissez un code à six chiffres. Il permet au personnel de quitter la borne ; il reste sur cette tablette et
        n’est affiché nulle part.
      </p>
      {isKnown && (
        <p>Cette tablette était déjà inscrite : son ancien code est remplacé, les réponses en attente restent.</p>
      )}
      <form className="stack" autoComplete="off" onSubmit={register}>
        <PinField label="Code du personnel" value={pin} isBad={problem !== ''} problemId="pin" onChange={setPin} />
        <PinField label="Le même code" value={again} isBad={problem !== ''} problemId="pin" onChange={setAgain} />
        <p id="pin" role="alert" className="form-error">
          {problem}
        </p>
        <Button type="submit" kind="main" disabled={isBusy}>
          {isBusy ? 'Inscription…' : 'Inscrire cette tablette'}
        </Button>
      </form>
    </Outside>
  )
}
