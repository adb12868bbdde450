/** Words chosen in the notes: shown as they will be read, masked, with who says them, the themes and the objectives. */

import { useEffect, useState } from 'react'
import type { heard } from '../../api/wire/public.ts'
import { levelHeading } from '../../surveys/authority/levels.ts'
import { ageBands, voices } from '../../surveys/heard/encounter.ts'
import { newId } from '../answer/way/chance.ts'
import { Choices } from '../parts/staff/Choices.tsx'
import { Dialog, DialogButton } from '../parts/staff/Dialog.tsx'
import { SelectField } from '../parts/staff/Field.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { notify } from '../parts/staff/Toasts.tsx'
import { useSaving } from '../parts/staff/useSaving.ts'
import { ObjectiveChoice } from './ObjectiveChoice.tsx'

type Props = {
  id: string
  text: string
  themes: heard.EncounterPage['themes']
  encounter: heard.EncounterPage['encounter']
  onClose: () => void
  onDone: () => void
}

export function QuoteDialog({ id, text, themes, encounter, onClose, onDone }: Props) {
  const [masked, setMasked] = useState<heard.MaskedText | null>(null)
  const [voice, setVoice] = useState(encounter.voices[0] ?? 'inhabitant')
  const [band, setBand] = useState<heard.Quote['band']>(encounter.bands.length === 1 ? encounter.bands[0]! : '')
  const [objectives, setObjectives] = useState<number[]>(encounter.objectives)
  const [coded, setCoded] = useState<string[] | null>(null)
  const [errors, saving] = useSaving()
  useEffect(() => {
    let isWanted = true
    call('POST /api/heard/mask', { body: { text } }).then(
      (read) => isWanted && setMasked(read),
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [text])
  const chosenThemes = coded ?? masked?.themes ?? []
  const save = () =>
    saving(async () => {
      await call('PUT /api/heard/encounters/:id/quotes/:quote', {
        params: { id, quote: newId() },
        body: { text, voice, band, objectives, themes: chosenThemes },
      })
      notify('La citation est choisie. Une seconde personne doit la relire.')
      onDone()
    })
  return (
    <Dialog
      isOpen
      isWide
      title="Citer ces mots"
      closeText="Annuler"
      onClose={onClose}
      actions={<DialogButton onPress={save}>Proposer la citation</DialogButton>}
    >
      <blockquote className="quoted">« {masked?.text ?? text} »</blockquote>
      {masked !== null && masked.found.length > 0 && (
        <p className="notice" data-kind="warm">
          Ce qui ressemblait à un nom ou à un numéro est masqué, et le restera.
        </p>
      )}
      {errors.text && <p className="form-error">{errors.text}</p>}
      <div className="side-by-side">
        <SelectField label="Qui parle" value={voice} choices={voices} onChange={setVoice} />
        <SelectField
          label="Âge, à peu près"
          isOptional
          value={band}
          none="Non noté"
          choices={ageBands}
          onChange={setBand}
        />
      </div>
      <ObjectiveChoice
        label={`${levelHeading('objective', 2)} du plan`}
        error={errors.objectives}
        chosen={objectives}
        onChange={setObjectives}
      />
      <Choices
        legend="Thèmes"
        help="Les mêmes que ceux des réponses libres. Ceux que les mots évoquent sont cochés."
        choices={themes.map((theme) => ({ value: theme.id, text: theme.title }))}
        chosen={chosenThemes}
        onChange={setCoded}
      />
    </Dialog>
  )
}
