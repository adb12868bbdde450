/** Quotes that wait for a second person: shown with who says them, never with the notes they come from. */
import { useCallback, useState } from 'react'
import type { heard } from '../../api/wire/public.ts'
import { consentScopes, encounterKinds, textOf } from '../../surveys/heard/encounter.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Loading } from '../parts/Loading.tsx'
import { dayText } from '../parts/staff/dates.ts'
import { TextField } from '../parts/staff/Field.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { notify } from '../parts/staff/Toasts.tsx'
import { useSaving } from '../parts/staff/useSaving.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { HeardFrame } from './HeardFrame.tsx'

type Waiting = heard.WaitingQuotes['quotes'][number]

export function Checking() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/heard/quotes'), []))
  return (
    <HeardFrame
      title="Citations à relire"
      lead="Personne ne montre une citation choisie par soi-même : une seconde personne la relit."
    >
      <details className="notice">
        <summary>Que vérifier ?</summary>
        <ul>
          <li>Rien n’y désigne quelqu’un : ni nom, ni métier rare, ni histoire que tout le village connaît.</li>
          <li>Elle ne dit rien d’une autre personne que celle qui parle.</li>
          <li>Sortie de son contexte, elle dit encore la même chose.</li>
        </ul>
      </details>
      <Loading loaded={loaded} again={again}>
        {({ quotes }) =>
          quotes.length === 0 ? (
            <p className="calm-line">Aucune citation n’attend de lecture.</p>
          ) : (
            <ul className="quotes">
              {quotes.map((quote) => (
                <li key={quote.id}>
                  <One quote={quote} again={again} />
                </li>
              ))}
            </ul>
          )
        }
      </Loading>
    </HeardFrame>
  )
}

function One({ quote, again }: { quote: Waiting; again: () => void }) {
  const [isRefusing, setRefusing] = useState(false)
  const [why, setWhy] = useState('')
  const [errors, saving] = useSaving()
  const decide = (decision: 'approved' | 'refused') =>
    saving(async () => {
      await call('POST /api/heard/encounters/:id/quotes/:quote/check', {
        params: { id: quote.encounter, quote: quote.id },
        body: { decision, why },
      })
      notify(decision === 'approved' ? 'La citation peut être montrée.' : 'La citation est refusée.')
      again()
    })
  return (
    <article aria-label={`Citation choisie par ${quote.byName}`}>
      <blockquote>« {quote.text} »</blockquote>
      <p className="muted">
        Elle sera signée : <b>{quote.who}</b>. {textOf(encounterKinds, quote.kind)} du {dayText(quote.day)}
        {quote.themes.length > 0 && ` · ${quote.themes.join(', ').toLowerCase()}`}. Accord :{' '}
        {textOf(consentScopes, quote.scope).toLowerCase()}.
      </p>
      {quote.isMine ? (
        <p className="muted">Vous l’avez choisie : une autre personne doit la relire.</p>
      ) : (
        <>
          {isRefusing && (
            <TextField
              label="Pourquoi la refuser ?"
              help="Une phrase, pour qui l’a choisie."
              error={errors.why}
              maxLength={400}
              value={why}
              onChange={setWhy}
            />
          )}
          <div className="actions">
            {!isRefusing && (
              <Button kind="main" onClick={() => decide('approved')}>
                Elle peut être montrée
              </Button>
            )}
            <Button onClick={() => (isRefusing ? decide('refused') : setRefusing(true))}>Refuser</Button>
            {isRefusing && (
              <Button kind="quiet" onClick={() => setRefusing(false)}>
                Annuler
              </Button>
            )}
          </div>
        </>
      )}
    </article>
  )
}
