/** What an encounter was, who spoke, and what they agreed to. */

import type { heard } from '../../api/wire/public.ts'
import { levelHeading } from '../../surveys/authority/levels.ts'
import { ageBands, consentForms, consentScopes, encounterKinds, voices } from '../../surveys/heard/encounter.ts'
import { type GuideName, guideNamed, guides } from '../../surveys/heard/guide.ts'
import { Choices, OneOf } from '../parts/staff/Choices.tsx'
import { DayField, Field, TextField } from '../parts/staff/Field.tsx'
import { bindFields } from '../parts/staff/useSaving.ts'
import { Counter } from './Counter.tsx'
import { ObjectiveChoice } from './ObjectiveChoice.tsx'

export type EncounterDraft = heard.SavedEncounter

type Props = {
  places: heard.HeardPage['places']
  draft: EncounterDraft
  errors: Record<string, string>
  onChange: (draft: EncounterDraft) => void
}

/** What was written under a question that the other guide has not stays, at the end. */
function underGuide(guide: GuideName, notes: EncounterDraft['notes']): EncounterDraft['notes'] {
  const asked = guideNamed(guide).questions.map(({ id }) => ({
    question: id,
    text: notes.find(({ question }) => question === id)?.text ?? '',
  }))
  const left = notes.filter(({ question, text }) => text !== '' && !asked.some((one) => one.question === question))
  return [...asked, ...left]
}

export function EncounterForm({ places, draft, errors, onChange }: Props) {
  const change = (part: Partial<EncounterDraft>) => onChange({ ...draft, ...part })
  const field = bindFields(draft, change, errors)
  return (
    <div className="form">
      <OneOf
        legend="Qu’est-ce que c’était ?"
        choices={encounterKinds}
        chosen={draft.kind}
        onChange={(kind) => {
          const guide = kind === 'walk' ? 'young' : draft.guide
          change({ kind, guide, notes: underGuide(guide, draft.notes) })
        }}
      />
      <div className="side-by-side">
        <DayField label="Jour" isRequired {...field('day')} />
        <Field label="Où" help="Les documents ne disent que la zone." error={errors.place}>
          {(props) => (
            <select
              {...props}
              className="field"
              value={draft.place}
              onChange={(event) => change({ place: event.target.value })}
            >
              <optgroup label="Zones">{places.filter(({ isZone }) => isZone).map(option)}</optgroup>
              <optgroup label="Communes">{places.filter(({ isZone }) => !isZone).map(option)}</optgroup>
            </select>
          )}
        </Field>
      </div>
      <TextField
        label="Qui a animé"
        help="Une fonction ou une structure : « service jeunesse », « stagiaire CTG »."
        maxLength={120}
        {...field('facilitator')}
      />
      <Counter
        label="Personnes qui ont parlé"
        least={1}
        value={draft.people}
        onChange={(people) => change({ people })}
      />
      <Choices
        legend="Qui a parlé"
        error={errors.voices}
        choices={[...voices]}
        chosen={draft.voices}
        onChange={(chosen) => change({ voices: chosen as EncounterDraft['voices'] })}
      />
      <Choices
        legend="Âges, à peu près"
        help="Seulement si vous le savez sans le demander."
        choices={[...ageBands]}
        chosen={draft.bands}
        onChange={(chosen) => change({ bands: chosen as EncounterDraft['bands'] })}
      />
      <TextField
        label="Médiation"
        isOptional
        help="La structure ou la fonction de qui a fait le lien : « médiation scolaire », « association »."
        maxLength={120}
        {...field('mediation')}
      />
      <OneOf
        legend="Guide suivi"
        choices={guides}
        chosen={draft.guide}
        onChange={(guide) => change({ guide, notes: underGuide(guide, draft.notes) })}
      />
      <ObjectiveChoice
        label={`${levelHeading('objective', 2)} du plan dont on a parlé`}
        error={errors.objectives}
        chosen={draft.objectives}
        onChange={(objectives) => change({ objectives })}
      />
      <OneOf
        legend="Jusqu’où va l’accord"
        help="Ce que les personnes ont dit, pas ce que vous espérez."
        choices={consentScopes}
        chosen={draft.consent.scope}
        onChange={(scope) => change({ consent: { ...draft.consent, scope } })}
      />
      <OneOf
        legend="Comment l’accord a été donné"
        choices={consentForms}
        chosen={draft.consent.form}
        onChange={(form) => change({ consent: { ...draft.consent, form } })}
      />
    </div>
  )
}

const option = ({ value, text }: heard.HeardPage['places'][number]) => (
  <option key={value} value={value}>
    {text}
  </option>
)
