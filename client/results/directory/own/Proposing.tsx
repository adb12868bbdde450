/** An actor proposes its card: apart from any answer to a questionnaire, and joined to none. */

import { useCallback, useState } from 'react'
import type { directory } from '../../../../api/wire/public.ts'
import { emptyCard } from '../../../../surveys/directory/card.ts'
import { ask } from '../../../parts/api.ts'
import { FocusedTitle } from '../../../parts/focus/FocusedTitle.tsx'
import { Button } from '../../../parts/forms/Button.tsx'
import { Loading } from '../../../parts/Loading.tsx'
import { useSite } from '../../../parts/site.ts'
import { Choice } from '../../../parts/staff/Choices.tsx'
import { useDraft } from '../../../parts/staff/draft.ts'
import { Failure, Submit, TextField } from '../../../parts/staff/Field.tsx'
import { bindFields, submits, useSavingHere } from '../../../parts/staff/useSaving.ts'
import { useLoaded } from '../../../parts/useLoaded.ts'
import { type CardChoices, CardForm } from '../CardForm.tsx'

type Draft = { card: directory.Card; by: string; secret: string }

/** 32 bytes of the browser's own chance, as an address holds them. */
const newSecret = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

export function Proposing() {
  const site = useSite()
  const [loaded, again] = useLoaded(useCallback(() => ask('GET /api/actor-card'), []))
  if (site && !site.takesCards)
    return (
      <div className="stack message">
        <h1>L’annuaire ne prend pas de fiche en ligne</h1>
        <p>Pour y figurer, écrivez à l’équipe{site.contact && ` : ${site.contact}`}.</p>
      </div>
    )
  return (
    <Loading loaded={loaded} again={again}>
      {(choices) => <Form choices={choices} />}
    </Loading>
  )
}

function Form({ choices }: { choices: CardChoices }) {
  const [draft, setDraft, dropDraft] = useDraft<Draft>('own-card', { card: emptyCard, by: '', secret: newSecret() })
  const [agrees, setAgrees] = useState(false)
  const { errors, failure, saving, setFailure } = useSavingHere()
  const field = bindFields(draft, (part) => setDraft({ ...draft, ...part }), errors)
  const [link, setLink] = useState('')
  async function send() {
    const wrong: Record<string, string> = agrees
      ? {}
      : { agrees: 'Cochez cette case : rien ne paraît sans votre accord.' }
    await saving(async () => {
      await ask('POST /api/actor-card', { body: draft })
      setLink(`${location.origin}/ma-fiche#${draft.secret}`)
      dropDraft({ card: emptyCard, by: '', secret: newSecret() })
    }, wrong)
    if (!agrees) setFailure('Il manque votre accord.')
  }
  if (link !== '') return <Sent link={link} />
  return (
    <form className="form own-card" noValidate onSubmit={submits(send)}>
      <h1>Figurer dans l’annuaire</h1>
      <p>
        L’annuaire des acteurs dit aux habitants qui fait quoi, où et quand. Votre fiche sera lue par l’équipe, puis
        publiée. Vous recevrez un lien pour la corriger, ou pour quitter l’annuaire quand vous voulez.
      </p>
      <p className="muted">Cette fiche est à part : rien ne la relie à un questionnaire auquel vous auriez répondu.</p>
      <CardForm {...choices} card={draft.card} errors={errors} onChange={(card) => setDraft({ ...draft, card })} />
      <h2>Votre accord</h2>
      <TextField
        label="Votre fonction"
        help="Sans votre nom : « la présidente », « le directeur »."
        maxLength={160}
        {...field('by')}
      />
      <div className="form-field">
        <Choice
          checked={agrees}
          aria-invalid={errors.agrees ? true : undefined}
          aria-describedby={errors.agrees ? 'agrees-error' : undefined}
          onChange={setAgrees}
          text="Au nom de la structure, j’accepte que cette fiche soit publiée"
          help="Sur la page de l’annuaire, à imprimer, et en données ouvertes."
        />
        {errors.agrees && (
          <p className="form-error" id="agrees-error">
            {errors.agrees}
          </p>
        )}
      </div>
      <Failure text={failure} />
      <Submit>Proposer ma fiche</Submit>
    </form>
  )
}

function Sent({ link }: { link: string }) {
  const [isCopied, setIsCopied] = useState(false)
  return (
    <div className="stack message">
      <FocusedTitle>Merci, votre fiche est partie</FocusedTitle>
      <p>L’équipe va la lire. Elle paraîtra ensuite dans l’annuaire.</p>
      <div className="notice stack">
        <p>
          <b>Gardez ce lien :</b> il sert à corriger votre fiche ou à quitter l’annuaire. Il ne sera plus montré.
        </p>
        <p className="mono own-link">{link}</p>
        <p>
          <Button onClick={() => void navigator.clipboard?.writeText(link).then(() => setIsCopied(true))}>
            Copier le lien
          </Button>
        </p>
        <p role="status">{isCopied && 'Le lien est copié.'}</p>
      </div>
    </div>
  )
}
