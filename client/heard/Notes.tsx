/** Notes under the questions of the guide. What looks like a name is said while typing stops; words chosen become a quote. */
import { useRef, useState } from 'react'
import type { heard } from '../../api/wire/public.ts'
import { dangerRule, type GuideName, guideNamed } from '../../surveys/heard/guide.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Field } from '../parts/staff/Field.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { notifyProblem } from '../parts/staff/Toasts.tsx'

type Note = heard.SavedEncounter['notes'][number]
type Props = {
  guide: GuideName
  notes: readonly Note[]
  error: string | undefined
  onChange: (notes: Note[]) => void
  /** Absent = no quote can be chosen now. */
  onQuote?: (text: string) => void
}

export function Notes({ guide, notes, error, onChange, onQuote }: Props) {
  const { questions } = guideNamed(guide)
  return (
    <section className="section notes" aria-labelledby="notes-title">
      <h2 id="notes-title">Notes</h2>
      <p className="notice" data-kind="warm">
        {dangerRule}
      </p>
      {error && <p className="form-error">{error}</p>}
      {notes.map((note) => {
        const asked = questions.find(({ id }) => id === note.question)
        return (
          <OneNote
            key={note.question}
            title={asked?.title ?? 'Notes d’un autre guide'}
            help={asked?.prompts.join(' ') ?? ''}
            note={note}
            onChange={(text) => onChange(notes.map((one) => (one === note ? { ...one, text } : one)))}
            {...(onQuote ? { onQuote } : {})}
          />
        )
      })}
    </section>
  )
}

type OneProps = {
  title: string
  help: string
  note: Note
  onChange: (text: string) => void
  onQuote?: (text: string) => void
}

function OneNote({ title, help, note: { text }, onChange, onQuote }: OneProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [masked, setMasked] = useState<heard.MaskedText | null>(null)
  const look = async () => {
    if (text.trim() === '') return setMasked(null)
    setMasked(await call('POST /api/heard/mask', { body: { text } }).catch(() => null))
  }
  const quote = () => {
    const { selectionStart = 0, selectionEnd = 0 } = area.current ?? {}
    const chosen = text.slice(selectionStart, selectionEnd).trim()
    if (chosen === '')
      notifyProblem('Sélectionnez d’abord quelques mots dans ces notes, puis touchez « Citer ces mots ».')
    else onQuote?.(chosen)
  }
  return (
    <div className="one-note">
      <Field label={title} help={help}>
        {(props) => (
          <textarea
            {...props}
            ref={area}
            className="field"
            rows={4}
            maxLength={8000}
            value={text}
            onChange={(event) => onChange(event.target.value)}
            onBlur={look}
          />
        )}
      </Field>
      <div role="status">
        {masked !== null && masked.found.length > 0 && (
          <div className="notice" data-kind="warm">
            <p>
              Ces notes semblent désigner quelqu’un : {masked.found.map(plainMark).join(', ')}. Écrivez plutôt « une
              maman », « le voisin », « mon collège ».
            </p>
            <Button
              onClick={() => {
                onChange(masked.text)
                setMasked(null)
              }}
            >
              Masquer dans mes notes
            </Button>
          </div>
        )}
      </div>
      {onQuote && text !== '' && (
        <Button kind="quiet" onClick={quote}>
          Citer ces mots…
        </Button>
      )}
    </div>
  )
}

/** « [téléphone] » → « un téléphone ». */
const plainMark = (mark: string): string => {
  const word = mark.replace(/[[\]]/g, '')
  return `${['adresse', 'date', 'plaque'].includes(word) ? 'une' : 'un'} ${word}`
}
