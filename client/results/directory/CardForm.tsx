/** The fields of a card: the same for the staff and for the actor itself. */

import type { directory } from '../../../api/wire/public.ts'
import { levelHeading } from '../../../surveys/authority/levels.ts'
import { mostInCard } from '../../../surveys/directory/card.ts'
import { type ActorAge, type ActorTheme, actorAges, actorKinds, actorThemes } from '../../../surveys/directory/rows.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Choice, Choices } from '../../parts/staff/Choices.tsx'
import { Field, SelectField, TextAreaField, TextField } from '../../parts/staff/Field.tsx'
import { bindFields } from '../../parts/staff/useSaving.ts'

export type CardChoices = Pick<directory.ActorPage, 'communes' | 'actions'>
type Props = CardChoices & {
  card: directory.Card
  errors: Record<string, string>
  onChange: (card: directory.Card) => void
}
type LineKey = 'name' | 'phone' | 'email' | 'site'

export function CardForm({ card, errors, communes, actions, onChange }: Props) {
  const set = (change: Partial<directory.Card>) => onChange({ ...card, ...change })
  const field = bindFields(card, set, errors)
  const line = (key: LineKey, label: string, help: string, more: Record<string, unknown> = {}) => (
    <Field label={label} help={help} error={errors[key] ?? errors[`card.${key}`]} isOptional={key !== 'name'}>
      {(props) => (
        <input
          {...props}
          {...more}
          className="field"
          maxLength={key === 'name' ? mostInCard.name : mostInCard.reach}
          value={card[key]}
          onChange={({ target }) => set({ [key]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <h2>La structure</h2>
      {line('name', 'Nom', 'Celui que les habitants connaissent.', { autoComplete: 'organization' })}
      <SelectField label="Genre" value={card.kind} choices={actorKinds} onChange={(kind) => set({ kind })} />
      <TextAreaField
        label="Ce qui est proposé, et à qui"
        help={`Une ou deux phrases simples. Pas de nom de personne. ${mostInCard.does} lettres au plus.`}
        rows={4}
        maxLength={mostInCard.does}
        {...field('does')}
      />
      <div className="card-choices">
        <Choices
          legend="Thèmes"
          error={errors.themes}
          choices={actorThemes.map(({ value, words }) => ({ value, text: words.fr }))}
          chosen={card.themes}
          onChange={(chosen) => set({ themes: chosen as ActorTheme[] })}
        />
        <Choices
          legend="Pour qui"
          error={errors.ages}
          choices={actorAges.map(({ value, words }) => ({ value, text: words.fr }))}
          chosen={card.ages}
          onChange={(chosen) => set({ ages: chosen as ActorAge[] })}
        />
      </div>
      <h2>Où et quand</h2>
      <Places card={card} communes={communes} error={errors.places} onChange={set} />
      <Choice
        checked={card.isEverywhere}
        onChange={(isEverywhere) => set({ isEverywhere })}
        text="Se déplace sur tout le territoire"
        help="La fiche est alors trouvée dans chaque commune."
      />
      <h2>Comment vous joindre</h2>
      <p className="muted">Tout le monde lira ces lignes : ne donnez que des coordonnées publiques. Une suffit.</p>
      {line('phone', 'Téléphone', 'Par exemple 05 63 00 00 00.', { type: 'tel', autoComplete: 'tel' })}
      {line('email', 'Courriel', 'Plutôt celui de la structure que celui d’une personne.', {
        type: 'email',
        autoComplete: 'email',
      })}
      {line('site', 'Site internet', 'L’adresse entière, qui commence par https://.', {
        type: 'url',
        autoComplete: 'url',
      })}
      {actions.length > 0 && (
        <details className="form-field">
          <summary>
            {levelHeading('action', 2)} du plan, quand la structure y prend part
            {card.actions.length > 0 && ` : ${card.actions.join(', ')}`}
          </summary>
          <Choices
            legend={levelHeading('action', 2)}
            error={errors.actions}
            choices={actions.map(({ number, title }) => ({ value: String(number), text: `${number}. ${title}` }))}
            chosen={card.actions.map(String)}
            onChange={(chosen) => set({ actions: chosen.map(Number).toSorted((a, b) => a - b) })}
          />
        </details>
      )}
    </>
  )
}

type PlacesProps = {
  card: directory.Card
  communes: CardChoices['communes']
  error: string | undefined
  onChange: (change: Partial<directory.Card>) => void
}

function Places({ card: { places }, communes, error, onChange }: PlacesProps) {
  const set = (at: number, change: Partial<directory.Card['places'][number]>) =>
    onChange({ places: places.map((place, index) => (index === at ? { ...place, ...change } : place)) })
  return (
    <div className="form-field">
      {places.map((place, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a place has no name of its own
        <fieldset key={at} className="card-place">
          <legend>Lieu {places.length > 1 ? at + 1 : ''}</legend>
          <SelectField
            label="Commune"
            value={place.commune}
            none="Choisissez"
            choices={communes.map(({ value, name }) => ({ value, text: name }))}
            onChange={(commune) => set(at, { commune })}
          />
          <TextField
            label="Adresse ou nom du lieu"
            isOptional
            maxLength={mostInCard.label}
            value={place.label}
            onChange={(text) => set(at, { label: text })}
          />
          <TextAreaField
            label="Jours et heures"
            help="Par exemple « mardi et jeudi, 9 h à 12 h »."
            isOptional
            rows={2}
            maxLength={mostInCard.hours}
            value={place.hours}
            onChange={(hours) => set(at, { hours })}
          />
          <Button kind="quiet" onClick={() => onChange({ places: places.filter((_, index) => index !== at) })}>
            Retirer ce lieu
          </Button>
        </fieldset>
      ))}
      {error && <p className="form-error">{error}</p>}
      {places.length < mostInCard.places && (
        <Button onClick={() => onChange({ places: [...places, { commune: '', label: '', hours: '' }] })}>
          {places.length === 0 ? 'Ajouter un lieu' : 'Ajouter un autre lieu'}
        </Button>
      )}
    </div>
  )
}
