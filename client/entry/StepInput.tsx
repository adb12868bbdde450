/** One question of the paper and the box where its answer is typed: Enter goes on, the up arrow goes back. */
import { useEffect, useRef, useState } from 'react'
import { Bold } from '../parts/Bold.tsx'
import type { Step } from './asking.ts'
import type { Entry } from './useEntry.ts'

const weekHelp =
  'Une plage par jour\u00a0: jour (1\u00a0=\u00a0lundi), heures, code (1\u00a0couvert, 2\u00a0difficile, 3\u00a0sans solution), puis A ou B si les semaines alternent. Un point-virgule entre deux plages. Exemple\u00a0: 1-5\u00a05h30-8\u00a02; 6\u00a07-9\u00a01'

export function StepInput({ entry, step }: { entry: Entry; step: Step }) {
  const [text, setText] = useState(entry.text)
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, or another complaint about it
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [step.path, entry.error])
  const { number, title, help } = wordsOf(step)
  const error = entry.error ? 'entry-error' : ''
  return (
    <form
      className="entry-step"
      onSubmit={(event) => {
        event.preventDefault()
        entry.give(text)
      }}
    >
      <label htmlFor="entry-input">
        {step.row !== null && <span className="badge">Fiche {step.row + 1}</span>}
        {number && <span className="entry-number">{number}</span>}
        <span>
          <Bold text={title} />
        </span>
      </label>
      {step.kind === 'item' && step.item.choices.length > 0 && <Codes step={step} />}
      {help && (
        <p className="form-help" id="entry-help">
          {help}
        </p>
      )}
      <input
        ref={input}
        id="entry-input"
        className="entry-input"
        value={text}
        autoComplete="off"
        inputMode={isFigures(step) ? 'numeric' : 'text'}
        aria-describedby={['entry-codes', 'entry-help', error].filter(Boolean).join(' ')}
        aria-invalid={entry.error ? true : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp') return
          event.preventDefault()
          entry.back()
        }}
      />
      <p className="form-error" id="entry-error" role="alert">
        {entry.error}
      </p>
    </form>
  )
}

function Codes({ step }: { step: Extract<Step, { kind: 'item' }> }) {
  const shown = step.item.choices.filter(({ value }) => step.offered === null || step.offered.includes(value))
  return (
    <ul className="entry-codes" id="entry-codes">
      {shown.map(({ code, text }) => (
        <li key={code}>
          <b>{code}</b> <Bold text={text} />
        </li>
      ))}
    </ul>
  )
}

const isFigures = (step: Step) =>
  step.kind === 'count' || (step.kind === 'item' && !['line', 'lines', 'week'].includes(step.item.kind))

function wordsOf(step: Step): { number: string; title: string; help: string } {
  if (step.kind === 'count')
    return {
      number: step.rows.items[0]?.number ?? '',
      title: `${step.rows.title}\u00a0: combien de fiches remplies\u202f?`,
      help: `De ${Math.max(1, step.rows.min)} à ${step.rows.max}.`,
    }
  const { number, title, kind, instruction, maxLength } = step.item
  if (step.kind === 'other') return { number, title: `${title} — autre, précisé`, help: 'Le texte écrit à la main.' }
  if (step.line !== null) return { number, title: `${title} — ${step.line.text}`, help: 'Un code, ou rien.' }
  if (kind === 'week') return { number, title, help: weekHelp }
  if (kind === 'choices' || kind === 'ranking')
    return { number, title, help: `${instruction} Les codes séparés par un espace.` }
  if (kind === 'line' || kind === 'lines') return { number, title, help: `${maxLength} signes au plus.` }
  return { number, title, help: kind === 'number' ? 'Le nombre écrit.' : '' }
}
