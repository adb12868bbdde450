/** The form of a pasted table, and what was read of it, line by line. */
import type { ReactNode } from 'react'
import { Field, TextAreaField } from '../../../parts/staff/Field.tsx'
import type { Outcome, Pasted, ReadTable } from './usePasted.ts'
import './pasted.css'
import { Button } from '../../../parts/forms/Button.tsx'
import { Section } from '../../../parts/staff/Section.tsx'
import { submits } from '../../../parts/staff/useSaving.ts'

const outcomes: Record<Outcome, { text: string; done: string; kind: 'good' | 'warm' | undefined }> = {
  refused: { text: 'À corriger', done: 'À corriger', kind: 'warm' },
  alike: { text: 'Ressemble', done: 'Laissée de côté', kind: 'warm' },
  new: { text: 'Sera ajoutée', done: 'Ajoutée', kind: 'good' },
  corrected: { text: 'Sera corrigée', done: 'Corrigée', kind: 'good' },
  same: { text: 'Déjà là', done: 'Déjà là', kind: undefined },
}
/** What needs somebody comes first. */
export const outcomeOrder = Object.keys(outcomes) as Outcome[]
export const outcomeText = (outcome: Outcome, isDone: boolean) => outcomes[outcome][isDone ? 'done' : 'text']

type Props = {
  pasted: Pasted
  help: string
  placeholder?: string
  more?: ReactNode
  save: string
  children?: ReactNode
}

/**
 * @param more said once the table is read, before its lines
 * @param save words of the button that stores: « Enregistrer 3 fiches »
 * @param children said after the lines
 */
export function PastedTable({ pasted, help, placeholder, more, save, children }: Props) {
  const { text, change, read, failure, isBusy, toStore, ask } = pasted
  return (
    <>
      <form className="form" onSubmit={submits(() => ask(false))}>
        <TextAreaField
          label="Le tableau, avec ses titres de colonnes"
          help={help}
          error={failure || read?.page.problem || undefined}
          className="field mono pasted-text"
          rows={8}
          placeholder={placeholder}
          value={text}
          onChange={change}
        />
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
          <Button type="submit" kind={toStore > 0 ? undefined : 'main'} disabled={isBusy || text.trim() === ''}>
            Relire
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {read && read.page.lines.length > 0 && (
          <Section id="read-title" title={read.isDone ? 'C’est enregistré' : 'Ce qui se passera'}>
            {more}
            <Lines read={read.page} isDone={read.isDone} />
            {toStore > 0 && (
              <div className="actions">
                <Button kind="main" disabled={isBusy} onClick={() => void ask(true)}>
                  {save}
                </Button>
              </div>
            )}
            {children}
          </Section>
        )}
      </div>
    </>
  )
}

function Lines({ read, isDone }: { read: ReadTable; isDone: boolean }) {
  const rank = ({ outcome }: ReadTable['lines'][number]) => outcomeOrder.indexOf(outcome)
  return (
    <ul className="pasted-lines">
      {read.lines
        .toSorted((a, b) => rank(a) - rank(b) || a.line - b.line)
        .map(({ line, outcome, sentence }) => (
          <li key={line}>
            <span className="badge" data-kind={outcomes[outcome].kind}>
              {outcomeText(outcome, isDone)}
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
