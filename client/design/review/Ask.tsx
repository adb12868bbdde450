/** The request of a second reader: how it begins, until when, and what is still missing. */
import { useState } from 'react'
import { Link } from 'wouter'
import { dayAfter, dayOf, usualDays } from '../../../surveys/days.ts'
import { Refusal } from '../../parts/api.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { OneOf } from '../../parts/staff/Choices.tsx'
import { TextField } from '../../parts/staff/Field.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useDeed } from '../draft/useAction.ts'
import type { DraftRoom } from '../draft/useDraft.ts'

export function Ask({ room }: { room: DraftRoom }) {
  const { review, published, slug } = room
  const [as, setAs] = useState<'trial' | 'open'>('trial')
  const [closesAt, setClosesAt] = useState(() => dayAfter(dayOf(new Date()), usualDays))
  const [missing, setMissing] = useState<{ path: string; message: string }[]>([])
  const [isBusy, act] = useDeed(room)
  const isFirst = published === null
  const stops = review.toFix.length
  const isDateMissing = isFirst && as === 'open' && closesAt === ''
  const ask = async () => {
    setMissing([])
    const opening = isFirst ? { as, closesAt: as === 'open' ? closesAt : null } : null
    const send = async () => {
      try {
        await call('POST /api/design/:slug/ask', { params: { slug }, body: { revision: room.revisionNow(), opening } })
      } catch (error) {
        if (error instanceof Refusal) setMissing(error.problems)
        throw error
      }
      room.reload()
    }
    await act({ do: send, done: 'La demande est faite. Prévenez la personne qui approuvera.' })
  }
  return (
    <section className="review-panel boxed" aria-labelledby="review-ask">
      <h2 id="review-ask">Faire relire et approuver</h2>
      {isFirst ? (
        <OneOf
          legend="Pour commencer"
          choices={[
            { value: 'trial', text: 'À l’essai', help: 'Les réponses d’essai seront effacées à l’ouverture.' },
            { value: 'open', text: 'Ouvert pour de bon', help: 'Les habitants répondent jusqu’à une date.' },
          ]}
          chosen={as}
          onChange={setAs}
        />
      ) : (
        <p>
          La version {published.version + 1} remplacera la version {published.version}. Qui a déjà commencé à répondre
          finit avec l’ancienne.
        </p>
      )}
      {isFirst && as === 'open' && (
        <TextField
          label="Dernier jour pour répondre"
          help="Écrit dans la notice et sur la page d’accueil. Proposé : dans six semaines."
          type="date"
          data-width="short"
          value={closesAt}
          onChange={setClosesAt}
        />
      )}
      {missing.length > 0 && (
        <div className="problems" role="alert">
          <p>Il manque encore :</p>
          <ul>
            {missing.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {message} {path.startsWith('/gerer/') && <Link href={path}>Y aller</Link>}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="actions">
        <Button
          kind="main"
          disabled={isBusy || stops > 0 || isDateMissing}
          aria-describedby="review-why-not"
          onClick={() => void ask()}
        >
          {isFirst && as === 'open' ? 'Demander l’ouverture' : 'Demander la relecture'}
        </Button>
      </div>
      <p id="review-why-not" className="muted">
        {stops > 0
          ? `Il reste ${stops} ${stops > 1 ? 'points' : 'point'} à corriger.`
          : isDateMissing
            ? 'Choisissez le dernier jour pour répondre.'
            : 'Une autre personne, avec le droit « Approbation », lira et approuvera.'}
      </p>
    </section>
  )
}
