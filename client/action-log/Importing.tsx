/** /carnet/importer: a table pasted or chosen, said row by row before anything is stored; pasted again, nothing counts twice. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { actionLog } from '../../api/wire/public.ts'
import { useDraft } from '../parts/staff/draft.ts'
import { Field } from '../parts/staff/Field.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../parts/staff/staffApi.ts'
import { notify } from '../parts/staff/Toasts.tsx'
import { counted } from './words.ts'

type Read = actionLog.ReadLog
type Outcome = actionLog.ImportLine['outcome']

const outcomes: Record<Outcome, { text: string; done: string; kind: 'good' | 'warm' | undefined }> = {
  refused: { text: 'À corriger', done: 'À corriger', kind: 'warm' },
  alike: { text: 'Ressemble', done: 'Laissée de côté', kind: 'warm' },
  new: { text: 'Sera ajoutée', done: 'Ajoutée', kind: 'good' },
  corrected: { text: 'Sera corrigée', done: 'Corrigée', kind: 'good' },
  same: { text: 'Déjà là', done: 'Déjà là', kind: undefined },
}
const order: readonly Outcome[] = ['refused', 'alike', 'new', 'corrected', 'same']

const example =
  'Date\tActivité\tCommune\tPersonnes\tHeures\tObjectifs\n12/03/2026\tAtelier parents-enfants\t\t14\t2\t19'

export function Importing() {
  const [text, setText, dropText] = useDraft('action-log-table', '')
  const [areOthers, setOthers] = useState(false)
  const [read, setRead] = useState<{ page: Read; isDone: boolean } | null>(null)
  const [failure, setFailure] = useState('')
  const [isBusy, setBusy] = useState(false)

  async function ask(isDone: boolean) {
    setBusy(true)
    setFailure('')
    try {
      const body = { text, areOthers }
      const page = isDone
        ? await call('POST /api/action-log/import', { body })
        : await call('POST /api/action-log/import/read', { body })
      setRead({ page, isDone })
      if (!isDone) return
      const { counts } = page
      notify(
        `${counted(counts.new, 'séance ajoutée', 'séances ajoutées')}, ${counted(counts.corrected, 'corrigée', 'corrigées')}.`,
      )
      if (counts.refused + counts.alike === 0) dropText('')
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
  const toStore = read && !read.isDone ? read.page.counts.new + read.page.counts.corrected : 0
  return (
    <StaffFrame
      title="Coller un tableau"
      lead="Depuis un tableur, ou un fichier CSV. Rien n’est enregistré avant que vous l’ayez relu."
    >
      <p>
        <Link href="/carnet">Tout le carnet</Link>
      </p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void ask(false)
        }}
      >
        <Field
          label="Le tableau, avec ses titres de colonnes"
          help="« Date » et « Activité » suffisent. L’export du carnet montre toutes les colonnes ; il peut être collé ici après correction."
          error={failure || read?.page.problem || undefined}
        >
          {(props) => (
            <textarea
              {...props}
              className="field mono log-pasted"
              rows={8}
              placeholder={example}
              value={text}
              onChange={(event) => change(event.target.value)}
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
            data-kind={toStore > 0 ? undefined : 'main'}
            disabled={isBusy || text.trim() === ''}
          >
            Relire
          </button>
        </div>
      </form>
      <div aria-live="polite">
        {read && read.page.lines.length > 0 && (
          <section className="section" aria-labelledby="read">
            <h2 id="read">{read.isDone ? 'C’est enregistré' : 'Ce qui se passera'}</h2>
            <p>
              {order
                .filter((outcome) => read.page.counts[outcome] > 0)
                .map(
                  (outcome) =>
                    `${outcomes[outcome][read.isDone ? 'done' : 'text'].toLowerCase()} : ${read.page.counts[outcome]}`,
                )
                .join(' · ')}
            </p>
            {read.page.ignored.length > 0 && (
              <p className="notice" data-kind="warm">
                {counted(
                  read.page.ignored.length,
                  'colonne n’est pas connue et sera laissée',
                  'colonnes ne sont pas connues et seront laissées',
                )}{' '}
                de côté : {read.page.ignored.join(', ')}.
              </p>
            )}
            {!read.isDone && read.page.counts.alike > 0 && (
              <label className="choice">
                <input
                  type="checkbox"
                  checked={areOthers}
                  onChange={(event) => {
                    setOthers(event.target.checked)
                    setRead(null)
                  }}
                />
                <span>
                  <b>Ajouter aussi les lignes qui ressemblent à une séance déjà notée</b>
                  <small>
                    Même activité, même commune, même jour : le plus souvent, c’est la même. Relisez après avoir coché.
                  </small>
                </span>
              </label>
            )}
            <Lines read={read.page} isDone={read.isDone} />
            {!read.isDone && toStore > 0 && (
              <div className="actions">
                <button
                  type="button"
                  className="button"
                  data-kind="main"
                  disabled={isBusy}
                  onClick={() => void ask(true)}
                >
                  Enregistrer {counted(toStore, 'ligne', 'lignes')}
                </button>
              </div>
            )}
            {read.page.counts.refused > 0 && (
              <p className="muted">
                {read.isDone
                  ? 'Corrigez ces lignes dans le texte ci-dessus et relisez : ce qui est déjà enregistré ne comptera pas deux fois.'
                  : 'Les lignes à corriger restent dans le texte : vous pouvez enregistrer les autres d’abord.'}
              </p>
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
    <ul className="log-read">
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
