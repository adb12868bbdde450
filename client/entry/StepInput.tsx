/** One question of the paper and the box where its answer is typed: Enter goes on, the up arrow goes back. */
import { useEffect, useRef, useState } from 'react'
import type { PaperItem } from '../../surveys/paper/form.ts'
import type { PaperKind } from '../../surveys/types/type.ts'
import { NoName, Noted } from '../answer/question/NoName.tsx'
import { Bold } from '../parts/Bold.tsx'
import { submits } from '../parts/staff/useSaving.ts'
import type { Step } from './asking.ts'
import { boundsOf, typings } from './typed.ts'
import type { Entry } from './useEntry.ts'

export function StepInput({ entry, step }: { entry: Entry; step: Step }) {
  const [text, setText] = useState(entry.text)
  const [isNoted, setNoted] = useState(false)
  /** What is sent: a name taken out is, before anything is drawn again. */
  const typed = useRef(text)
  const set = (written: string) => {
    typed.current = written
    setText(written)
    entry.note(written)
  }
  /** What looks like a name is said once before Enter goes on, as on the screens of who answers. */
  const send = () => {
    if (isNoted || !form.current?.querySelector('.no-name [data-unsaid]')) return entry.give(typed.current)
    setNoted(true)
  }
  const form = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, or another complaint about it
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [step.path, entry.error])
  const { number, title, help } = wordsOf(step)
  const error = entry.error ? 'entry-error' : ''
  return (
    <form ref={form} className="entry-step" onSubmit={submits(send)}>
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
        className="field"
        value={text}
        autoComplete="off"
        inputMode={isFigures(step) ? 'numeric' : 'text'}
        aria-describedby={['entry-codes', 'entry-help', error].filter(Boolean).join(' ')}
        aria-invalid={entry.error ? true : undefined}
        onChange={(event) => set(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp') return
          event.preventDefault()
          entry.back()
        }}
      />
      {isFree(step) && (
        <Noted value={isNoted}>
          <NoName text={text} set={set} />
        </Noted>
      )}
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

const lineHelp: Partial<Record<PaperKind, (item: PaperItem) => string>> = {
  ticks: () => 'Les codes cochés, séparés par un espace, ou rien.',
  numbers: (item) => `${boundsOf(item)}, ou rien.`,
}

/** Words that a person wrote as they came. */
const isFree = (step: Step) =>
  step.kind === 'other' || (step.kind === 'item' && typings[step.item.kind].isFree === true)
const isFigures = (step: Step) => step.kind === 'count' || (step.kind === 'item' && typings[step.item.kind].isFigures)

function wordsOf(step: Step): { number: string; title: string; help: string } {
  if (step.kind === 'count')
    return {
      number: step.rows.items.find((item) => item.kind !== 'text')?.number ?? '',
      title: `${step.rows.title}\u202f: combien de fiches remplies\u202f?`,
      help: `De ${Math.max(1, step.rows.min)} à ${step.rows.max}.`,
    }
  const { number, title, kind } = step.item
  if (step.kind === 'other') return { number, title: `${title} — autre, précisé`, help: 'Le texte écrit à la main.' }
  if (step.line !== null)
    return {
      number,
      title: `${title} — ${step.line.text}`,
      help: lineHelp[kind]?.(step.item) ?? 'Un code, ou rien.',
    }
  return { number, title, help: typings[kind].help(step.item) }
}
