/** Behind the PIN: the state of the tablet, its queue, and the way out of the kiosk. */
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '../parts/forms/Button.tsx'
import { Outside } from './Outside.tsx'
import { askToKeep, type Kept, keptNow, mayAsk, note } from './offline/kept.ts'
import { appVersion } from './offline/worker.ts'
import { nowOf } from './orders.ts'
import { PinField } from './PinField.tsx'
import { isPinShaped, tried } from './pin.ts'
import { tablet as place, type Tablet } from './queue/database.ts'
import { queue } from './queue/queue.ts'
import { fileOf } from './queue/queue-file.ts'
import { Idle } from './visit/Idle.tsx'

type Props = { tablet: Tablet; beat: () => Promise<void>; leave: () => void }

export function StaffPanel({ tablet, beat, leave }: Props) {
  const [isIn, setIsIn] = useState(false)
  return (
    <>
      {isIn ? (
        <Panel tablet={tablet} beat={beat} leave={leave} />
      ) : (
        <PinEntry enter={() => setIsIn(true)} leave={leave} />
      )}
      <Idle over={leave} />
    </>
  )
}

const keptWords: Record<Kept, string> = {
  kept: 'protégé',
  unpromised:
    'non promis : ce navigateur peut effacer des réponses en attente si la place manque. Laissez la borne en ligne.',
  unanswered:
    'pas encore de réponse : le navigateur pose une question, souvent en haut de l’écran. Répondez « Autoriser ».',
}

function PinEntry({ enter, leave }: { enter: () => void; leave: () => void }) {
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  async function check(event: FormEvent) {
    event.preventDefault()
    const registered = await place.get()
    if (!registered || !isPinShaped(typed)) return setProblem('Il faut six chiffres.')
    const leftMs = registered.pin.waitUntil - Date.now()
    // not looked at, it is neither right nor wrong
    if (leftMs > 0) {
      setTyped('')
      return setProblem(`Trop d’essais. Attendez ${Math.ceil(leftMs / 1000)} secondes, puis tapez de nouveau le code.`)
    }
    setIsBusy(true)
    const result = await tried(registered.pin, typed, Date.now())
    await place.change((before) => ({ ...before, pin: result.pin }))
    setIsBusy(false)
    if (result.isRight) return enter()
    setTyped('')
    const wait = result.waitMs > 0 ? ` Attendez ${Math.ceil(result.waitMs / 1000)} secondes.` : ''
    setProblem(`Ce n’est pas le code.${wait}`)
  }
  return (
    <Outside title="Réservé au personnel">
      <form className="stack" autoComplete="off" onSubmit={check}>
        <PinField label="Code du personnel" value={typed} isBad={problem !== ''} problemId="pin" onChange={setTyped} />
        <p id="pin" role="alert" className="form-error">
          {problem}
        </p>
        <div className="actions">
          <Button type="submit" kind="main" disabled={isBusy}>
            Entrer
          </Button>
          <Button onClick={leave}>Retour à la borne</Button>
        </div>
      </form>
    </Outside>
  )
}

function Panel({ tablet, beat, leave }: Props) {
  const [waiting, setWaiting] = useState<number | null>(null)
  const [kept, setKept] = useState<Kept | null>(null)
  const [message, setMessage] = useState('')
  const look = async () => setWaiting(await queue.count())
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on entering
  useEffect(() => {
    void look()
    void keptNow().then(setKept)
  }, [])
  async function askAgain() {
    setKept('unanswered')
    setKept(await note(await askToKeep()))
  }
  async function send() {
    setMessage('Envoi…')
    await beat().catch(() => {})
    await look()
    const left = await queue.count()
    setMessage(left === 0 ? 'Tout est parti.' : 'Le réseau ne répond pas : les réponses attendent, rien n’est perdu.')
  }
  async function save() {
    const file = fileOf(tablet.orders.id, await queue.all(), new Date(nowOf(tablet)).toISOString())
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/json' }))
    link.download = `file-${tablet.orders.channel}-${file.savedAt.slice(0, 10)}.json`
    link.click()
    URL.revokeObjectURL(link.href)
    setMessage(
      'Le fichier est enregistré. Les réponses restent aussi sur la tablette : elles ne compteront qu’une fois.',
    )
  }
  return (
    <Outside title={tablet.orders.name}>
      {tablet.isRevoked && <p className="form-error">Cette borne a été retirée : elle n’envoie plus rien.</p>}
      <dl className="panel-facts">
        <dt>Réponses en attente</dt>
        <dd>{waiting ?? '…'}</dd>
        <dt>Stockage</dt>
        <dd>{kept === null ? '…' : keptWords[kept]}</dd>
        <dt>Version</dt>
        <dd>{appVersion()}</dd>
      </dl>
      <p role="status">{message}</p>
      <div className="actions">
        <Button kind="main" onClick={leave}>
          Retour à la borne
        </Button>
        <Button onClick={send}>Envoyer maintenant</Button>
        <Button onClick={save}>Enregistrer la file</Button>
        {kept !== null && kept !== 'kept' && mayAsk() && <Button onClick={askAgain}>Demander de tout garder</Button>}
        <Button onClick={() => location.replace('/')}>Quitter la borne</Button>
      </div>
    </Outside>
  )
}
