/** Written reasons that lift a stop: a questionnaire too long, a language left out. The approver reads them. */
import { useState } from 'react'
import type { design } from '../../../api/wire/public.ts'
import { type Language, languageRows, translated } from '../../../surveys/languages.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { TextAreaField } from '../../parts/staff/Field.tsx'
import { useDeed } from '../draft/useAction.ts'
import type { DraftRoom } from '../draft/useDraft.ts'

const asked = translated.map((language) => ({
  language,
  label: `Pourquoi sans ${languageRows[language].french} complet`,
}))

export function Reasons({ room, draft }: { room: DraftRoom; draft: design.Draft }) {
  const saved = draft.reasons
  const [burden, setBurden] = useState(saved.burden ?? '')
  const [languages, setLanguages] = useState<Partial<Record<Language, string>>>(saved.languages ?? {})
  const [isBusy, act] = useDeed(room)
  const { toFix, budget } = room.review
  const isStopped = (language: Language) => toFix.some(({ code }) => code === `language-${language}`)
  const wanted = asked.filter(
    ({ language }) => isStopped(language) || languages[language] || saved.languages?.[language],
  )
  const hasBurden = budget.isOver || burden !== '' || Boolean(saved.burden)
  const isSame =
    burden === (saved.burden ?? '') &&
    asked.every(({ language }) => (languages[language] ?? '') === (saved.languages?.[language] ?? ''))
  const save = () => {
    const written = Object.fromEntries(Object.entries(languages).filter(([, words]) => words.trim() !== ''))
    const reasons = { ...(burden.trim() ? { burden: burden.trim() } : {}), languages: written }
    void act({ do: () => room.note({ reasons }), done: 'La raison est notée : la personne qui approuve la lira.' })
  }
  return (
    <section className="review-panel boxed" id="raisons" tabIndex={-1} aria-labelledby="review-reasons">
      <h2 id="review-reasons">Raisons écrites</h2>
      {!hasBurden && wanted.length === 0 ? (
        <p className="muted">Aucune n’est demandée.</p>
      ) : room.isReadOnly ? (
        <dl className="review-said">
          {hasBurden && (
            <div>
              <dt>Plus long que permis</dt>
              <dd>{saved.burden ?? '—'}</dd>
            </div>
          )}
          {wanted.map(({ language, label }) => (
            <div key={language}>
              <dt>{label}</dt>
              <dd>{saved.languages?.[language] ?? '—'}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <>
          {hasBurden && (
            <TextAreaField
              label="Pourquoi plus long que permis"
              help="Ce que chaque minute de plus apporte, et à qui."
              rows={3}
              maxLength={1000}
              value={burden}
              onChange={setBurden}
            />
          )}
          {wanted.map(({ language, label }) => (
            <TextAreaField
              key={language}
              label={label}
              rows={2}
              maxLength={1000}
              value={languages[language] ?? ''}
              onChange={(value) => setLanguages({ ...languages, [language]: value })}
            />
          ))}
          <div className="actions">
            <Button disabled={isBusy || isSame} onClick={save}>
              Noter
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
