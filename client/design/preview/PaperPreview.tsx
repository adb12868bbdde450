/** The paper form of the draft, made by the server; a sample without number or code. */
import { useState } from 'react'
import { type Language, languages } from '../../../surveys/questionnaire.ts'
import { draftSample, save } from '../../entry/printing.ts'
import { tongues } from '../../parts/comfort.ts'
import { Field } from '../../parts/staff/Field.tsx'
import { useDeed } from '../useDeed.ts'
import type { DraftRoom } from '../useDraft.ts'

export function PaperPreview({ room }: { room: DraftRoom }) {
  const [language, setLanguage] = useState<Language>('fr')
  const [isBusy, act] = useDeed(room)
  return (
    <section className="preview-stage" aria-label="Aperçu : papier">
      <p className="muted">
        La feuille que l’on remplira au stylo : mêmes questions, renvois compris. Elle porte la mention « spécimen »,
        sans numéro ni code.
      </p>
      <Field label="Langue de la feuille">
        {(props) => (
          <select
            {...props}
            className="field"
            data-width="short"
            value={language}
            onChange={({ target }) => setLanguage(target.value as Language)}
          >
            {languages.map((each) => (
              <option key={each} value={each} lang={tongues[each].tag}>
                {tongues[each].name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="actions">
        <button
          type="button"
          className="button"
          data-kind="main"
          disabled={isBusy}
          onClick={() =>
            void act({
              do: async () => save(await draftSample(room.slug, language)),
              done: 'La feuille est enregistrée avec vos téléchargements.',
            })
          }
        >
          {isBusy ? 'Mise en page…' : 'Enregistrer la feuille (PDF)'}
        </button>
      </div>
    </section>
  )
}
