/** /gerer/annuaire/importer: a table pasted or chosen, said card by card before anything is saved. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { directory } from '../../../api/wire/public.ts'
import { useDraft } from '../../parts/staff/draft.ts'
import { Field } from '../../parts/staff/Field.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import './directory.css'

type Read = directory.ReadCards
type Outcome = Read['lines'][number]['outcome']

const outcomes: Record<Outcome, { text: string; done: string; kind: 'good' | 'warm' | undefined }> = {
  refused: { text: 'À corriger', done: 'À corriger', kind: 'warm' },
  new: { text: 'Sera ajoutée', done: 'Ajoutée', kind: 'good' },
  corrected: { text: 'Sera corrigée', done: 'Corrigée', kind: 'good' },
  same: { text: 'Déjà là', done: 'Déjà là', kind: undefined },
}
const order: readonly Outcome[] = ['refused', 'new', 'corrected', 'same']

export function Importing() {
  const [text, setText, dropText] = useDraft('directory-table', '')
  const [read, setRead] = useState<{ page: Read; isDone: boolean } | null>(null)
  const [failure, setFailure] = useState('')
  const [isBusy, setBusy] = useState(false)
  async function ask(isDone: boolean) {
    setBusy(true)
    setFailure('')
    try {
      const page = isDone
        ? await call('POST /api/directory/import', { body: { text } })
        : await call('POST /api/directory/import/read', { body: { text } })
      setRead({ page, isDone })
      if (!isDone) return
      notify('Les fiches sont enregistrées.')
      if (page.counts.refused === 0) dropText('')
    } catch (error) {
      setFailure(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const change = (next: string) => {
    setText(next)
    setRead(null)
  }
  const toSave = read && !read.isDone ? read.page.counts.new + read.page.counts.corrected : 0
  return (
    <StaffFrame
      title="Coller un tableau de fiches"
      lead="Depuis un tableur, ou un fichier CSV. Rien n’est enregistré avant que vous l’ayez relu."
    >
      <nav aria-label="Retour" className="rooms">
        <Link href="/gerer/annuaire">← Annuaire des acteurs</Link>
      </nav>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void ask(false)
        }}
      >
        <Field
          label="Le tableau, avec ses titres de colonnes"
          help="Nom, Genre, Ce qui est proposé, Thèmes, Âges, Commune, Lieu, Horaires, Tout le territoire, Téléphone, Courriel, Site, Actions du plan, Accord de, Accord le. Une structure qui a plusieurs lieux prend plusieurs lignes. Une fiche déjà là est reconnue à son nom."
          error={failure || read?.page.problem || undefined}
        >
          {(props) => (
            <textarea
              {...props}
              className="field mono"
              rows={8}
              value={text}
              onChange={({ target }) => change(target.value)}
            />
          )}
        </Field>
        <Field label="Ou un fichier" isOptional>
          {(props) => (
            <input
              {...props}
              className="field"
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              onChange={async ({ target }) => {
                const file = target.files?.[0]
                if (file) change(await file.text())
              }}
            />
          )}
        </Field>
        <div className="actions">
          <button
            type="submit"
            className="button"
            data-kind={toSave > 0 ? undefined : 'main'}
            disabled={isBusy || text.trim() === ''}
          >
            Relire
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {read && read.page.lines.length > 0 && (
          <section className="section" aria-labelledby="read-title">
            <h2 id="read-title">{read.isDone ? 'C’est enregistré' : 'Ce qui se passera'}</h2>
            {read.page.ignored.length > 0 && (
              <p className="notice" data-kind="warm">
                Colonnes inconnues, laissées de côté : {read.page.ignored.join(', ')}.
              </p>
            )}
            <Lines read={read.page} isDone={read.isDone} />
            {toSave > 0 && (
              <div className="actions">
                <button
                  type="button"
                  className="button"
                  data-kind="main"
                  disabled={isBusy}
                  onClick={() => void ask(true)}
                >
                  Enregistrer {toSave} {toSave < 2 ? 'fiche' : 'fiches'}
                </button>
              </div>
            )}
          </section>
        )}
      </div>
    </StaffFrame>
  )
}

/** What needs somebody comes first. */
function Lines({ read, isDone }: { read: Read; isDone: boolean }) {
  const lines = read.lines.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.line - b.line)
  return (
    <ul className="directory-read">
      {lines.map(({ line, outcome, sentence }) => (
        <li key={line}>
          <span className="badge" data-kind={outcomes[outcome].kind}>
            {outcomes[outcome][isDone ? 'done' : 'text']}
          </span>
          <span>
            <span className="muted">Ligne {line} : </span>
            {sentence}
          </span>
        </li>
      ))}
    </ul>
  )
}
