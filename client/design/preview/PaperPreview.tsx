/** The paper form of the draft, made by the server, a sample without number or code; and the kit to try it with people. */
import { useState } from 'react'
import type { Language } from '../../../surveys/questionnaire/questionnaire.ts'
import { draftSample, pretestKit, save } from '../../entry/printing.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { useDeed } from '../draft/useAction.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { LanguageSelect } from './LanguageSelect.tsx'

export function PaperPreview({ room }: { room: DraftRoom }) {
  const [language, setLanguage] = useState<Language>('fr')
  const [isBusy, act] = useDeed(room)
  return (
    <section className="preview-stage" aria-label="Aperçu : papier">
      <p className="muted">
        La feuille que l’on remplira au stylo : mêmes questions, renvois compris. Elle porte la mention « spécimen »,
        sans numéro ni code.
      </p>
      <LanguageSelect label="Langue de la feuille" language={language} onChange={setLanguage} />
      <div className="actions">
        <Button
          kind="main"
          disabled={isBusy}
          onClick={() =>
            void act({
              do: async () => save(await draftSample(room.slug, language)),
              done: 'La feuille est enregistrée avec vos téléchargements.',
            })
          }
        >
          {isBusy ? 'Mise en page…' : 'Enregistrer la feuille (PDF)'}
        </Button>
      </div>
      <h2>L’essayer avant d’ouvrir</h2>
      <p className="muted">
        Huit personnes, une demi-heure chacune{'\u202f'}: comment les accueillir, une fiche d’observation avec le temps
        de chaque page, cinq questions à poser à la fin, et un bilan à remplir à plusieurs.
      </p>
      <div className="actions">
        <Button
          disabled={isBusy}
          onClick={() =>
            void act({
              do: async () => save(await pretestKit(room.slug)),
              done: 'Le kit d’essai est enregistré avec vos téléchargements.',
            })
          }
        >
          Enregistrer le kit d’essai (PDF)
        </Button>
      </div>
    </section>
  )
}
