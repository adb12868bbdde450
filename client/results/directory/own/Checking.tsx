/** The card of whoever holds its link: still right, corrected, or taken out of the directory at once. */

import { useCallback, useState } from 'react'
import type { directory } from '../../../../api/wire/public.ts'
import { dayText } from '../../../../surveys/days.ts'
import { ask } from '../../../parts/api.ts'
import { FocusedTitle } from '../../../parts/focus/FocusedTitle.tsx'
import { Button } from '../../../parts/forms/Button.tsx'
import { Loading } from '../../../parts/Loading.tsx'
import { Dialog, DialogButton } from '../../../parts/staff/Dialog.tsx'
import { Failure } from '../../../parts/staff/Field.tsx'
import { submits, useSavingHere } from '../../../parts/staff/useSaving.ts'
import { useLoaded } from '../../../parts/useLoaded.ts'
import { CardForm } from '../CardForm.tsx'

export function Checking({ secret }: { secret: string }) {
  const [loaded, again] = useLoaded(useCallback(() => ask('POST /api/actor-card/read', { body: { secret } }), [secret]))
  const [done, setDone] = useState<'right' | 'corrected' | 'left' | null>(null)
  if (done === 'left')
    return (
      <Said title="Votre fiche est effacée">
        <p>Elle n’est plus sur aucune page publique, et ce lien ne sert plus.</p>
        <p>
          Une copie reste dans nos sauvegardes jusqu’à leur effacement ; la restaurer n’y remettrait pas votre fiche.
        </p>
      </Said>
    )
  if (done !== null)
    return (
      <Said title={done === 'right' ? 'Merci, votre fiche est vérifiée' : 'Merci, votre fiche est à jour'}>
        <p>Gardez ce lien : il sert aussi à corriger votre fiche, ou à quitter l’annuaire.</p>
        <div className="actions">
          <Button
            onClick={() => {
              setDone(null)
              again()
            }}
          >
            Revoir ma fiche
          </Button>
        </div>
      </Said>
    )
  return (
    <Loading loaded={loaded} again={again}>
      {(own) => <Form own={own} secret={secret} onDone={setDone} />}
    </Loading>
  )
}

function Said({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="stack message">
      <FocusedTitle>{title}</FocusedTitle>
      {children}
    </div>
  )
}

type FormProps = {
  own: directory.OwnCard
  secret: string
  onDone: (done: 'right' | 'corrected' | 'left') => void
}

function Form({ own, secret, onDone }: FormProps) {
  const [card, setCard] = useState(own.card)
  const { errors, failure, saving } = useSavingHere()
  const [isLeaving, setIsLeaving] = useState(false)
  const isChanged = JSON.stringify(card) !== JSON.stringify(own.card)
  const sent = (work: () => Promise<unknown>, done: 'right' | 'corrected' | 'left') =>
    saving(async () => {
      await work()
      onDone(done)
    })
  return (
    <form
      className="form own-card"
      noValidate
      onSubmit={submits(() =>
        sent(() => ask('PUT /api/actor-card', { body: { secret, card } }), isChanged ? 'corrected' : 'right'),
      )}
    >
      <h1>{own.card.name}</h1>
      <p>
        Voici votre fiche dans l’annuaire des acteurs.{' '}
        {own.isShown ? 'Tout le monde peut la lire.' : 'L’équipe va la lire avant qu’elle paraisse.'} Relisez-la,
        corrigez ce qui a changé, puis enregistrez.
        {own.isShown && own.isReadFirst && ' Si vous la corrigez, l’équipe la relit avant qu’elle reparaisse.'}
      </p>
      <p className="muted">
        {own.checkedAt && `Vérifiée la dernière fois le ${dayText(own.checkedAt)}. `}
        Ce lien sert jusqu’au {dayText(own.until)} : ne le donnez à personne d’autre.
      </p>
      <CardForm card={card} errors={errors} communes={own.communes} actions={own.actions} onChange={setCard} />
      <Failure text={failure} />
      <div className="actions">
        <Button type="submit" kind="main">
          {isChanged ? 'Enregistrer ma fiche' : 'Tout est juste'}
        </Button>
        <Button kind="danger" onClick={() => setIsLeaving(true)}>
          Quitter l’annuaire…
        </Button>
      </div>
      <Dialog
        isOpen={isLeaving}
        title="Quitter l’annuaire ?"
        closeText="Rester"
        onClose={() => setIsLeaving(false)}
        actions={
          <DialogButton
            isDanger
            onPress={() => void sent(() => ask('POST /api/actor-card/leave', { body: { secret } }), 'left')}
          >
            Effacer ma fiche
          </DialogButton>
        }
      >
        <p>
          Votre fiche sera effacée tout de suite, de toutes les pages. Pour revenir, il faudra en proposer une nouvelle.
        </p>
        <Failure text={failure} />
      </Dialog>
    </form>
  )
}
