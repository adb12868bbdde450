/** The server doubts its own clock: nothing is deleted until a person has looked at a calendar. */
import type { fieldwork } from '../../api/wire/public.ts'
import { Button } from '../parts/forms/Button.tsx'
import { momentText } from '../parts/staff/dates.ts'
import { call } from '../parts/staff/staffApi.ts'
import { notify, orNotify } from '../parts/staff/Toasts.tsx'

type Props = { clock: fieldwork.ClockState; isAdmin: boolean; onConfirmed: () => void }

export function ClockNotice({ clock: { doubt, now, seen }, isAdmin, onConfirmed }: Props) {
  if (doubt === null || seen === null) return null
  async function confirm() {
    await orNotify(async () => {
      await call('POST /api/fieldwork/clock', { body: { read: now } })
      notify('La date est confirmée : les effacements prévus reprennent.')
    })
    onConfirmed()
  }
  return (
    <section className="notice fieldwork-clock" data-kind="warm" id="horloge" aria-labelledby="clock-title">
      <h2 id="clock-title">Sommes-nous bien le {momentText(now)} ?</h2>
      <p>
        C’est l’heure du serveur. Or son dernier événement date du {momentText(seen)} :{' '}
        {doubt === 'back'
          ? 'l’horloge est revenue en arrière. Si elle vient d’être remise à l’heure, c’est normal.'
          : 'l’horloge a avancé de plus de sept jours. Si le serveur était éteint, c’est normal.'}{' '}
        Sinon, elle est fausse.
      </p>
      <p>En attendant, rien n’est effacé : ni codes de retrait, ni réponses, ni coordonnées.</p>
      <div className="actions">
        {isAdmin ? (
          <Button kind="main" onClick={confirm}>
            Oui, c’est la bonne date
          </Button>
        ) : (
          <p>Une personne qui administre le site doit confirmer.</p>
        )}
      </div>
      {isAdmin && <p className="muted">Sinon, faites régler l’horloge du serveur, puis rechargez cette page.</p>}
    </section>
  )
}
