/** Types one paper form, question after question; then the check, and Enter to save it. */
import { useEffect, useRef, useState } from 'react'
import type { paper as wire } from '../../api/wire/public.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { Button } from '../parts/forms/Button.tsx'
import { call, sentenceOf } from '../parts/staff/staffApi.ts'
import { StepInput } from './StepInput.tsx'
import { type Entry, type EntryDraft, useEntry } from './useEntry.ts'

type Props = {
  questionnaire: Questionnaire
  form: wire.PaperForm
  begun: EntryDraft | null
  keep: (draft: EntryDraft) => void
  /** Takes the sentence to show. */
  onDone: (sentence: string) => void
  onLeave: () => void
}

export function FormEntry({ questionnaire, form, begun, keep, onDone, onLeave }: Props) {
  const entry = useEntry(questionnaire, form, begun, keep)
  const [refusal, setRefusal] = useState('')
  const [differing, setDiffering] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  const params = { number: form.number }

  async function save() {
    if (isBusy) return
    setBusy(true)
    setRefusal('')
    try {
      await send()
    } catch (error) {
      setRefusal(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  async function send() {
    const body = { answers: entry.answers }
    if (differing !== null || form.expects === 'settle') {
      await call('POST /api/paper/sheets/:number/settle', { params, body })
      return onDone(`La feuille ${form.number} est corrigée.`)
    }
    if (form.expects === 'first') {
      const { isSampled } = await call('POST /api/paper/sheets/:number', { params, body })
      return onDone(
        `La feuille ${form.number} est enregistrée.${isSampled ? ' Elle est tirée au sort pour une seconde saisie.' : ''}`,
      )
    }
    const { compared, different } = await call('POST /api/paper/sheets/:number/again', { params, body })
    if (different.length === 0)
      return onDone(`Feuille ${form.number}\u202f: ${compared} réponses comparées, aucun écart.`)
    setDiffering(different.length)
    entry.retype(different)
  }

  return (
    <section aria-label={`Feuille ${form.number}`} className="entry">
      <p className="entry-where">
        <b>Feuille {form.number}</b>
        {form.expects === 'again' && <span className="badge">seconde saisie</span>}
        {form.expects === 'settle' && <span className="badge">à trancher</span>}
        <span className="muted">
          {Math.min(entry.at + 1, entry.steps.length)} sur {entry.steps.length} · Entrée pour continuer, ↑ pour revenir,
          vide si rien n’est coché
        </span>
        <Button kind="quiet" onClick={onLeave}>
          Laisser cette feuille
        </Button>
      </p>
      {form.expects === 'settle' && (
        <p className="notice" data-kind="warm" role="status">
          Les deux saisies de cette feuille diffèrent. Retapez-la en entier, telle qu’elle est écrite : c’est ce qui
          comptera.
        </p>
      )}
      {differing !== null && (
        <p className="notice" data-kind="warm" role="status">
          {differing === 1 ? 'Une réponse diffère' : `${differing} réponses diffèrent`} de la première saisie. Relisez
          la feuille et retapez ce qui est écrit.
        </p>
      )}
      {entry.step ? (
        <StepInput key={entry.step.path} entry={entry} step={entry.step} />
      ) : (
        <Ending entry={entry} isBusy={isBusy} onSave={save} />
      )}
      <p className="form-error" role="alert">
        {refusal}
      </p>
    </section>
  )
}

type Action = { text: string; act: () => void }

/** The first action has the focus: Enter saves, unless something is to be looked at again. */
function Ending({ entry, isBusy, onSave }: { entry: Entry; isBusy: boolean; onSave: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  const [first] = entry.problems
  useEffect(() => button.current?.focus(), [])
  const back = { text: 'Revenir', act: entry.back }
  const blank =
    'Rien n’est tapé. Cette feuille est-elle vraiment vide\u202f? Enregistrée, elle compte comme une réponse\u202f; sinon, laissez-la.'
  const actions: Action[] = first
    ? [{ text: 'Revoir cette question', act: () => entry.goTo(first.path) }, back]
    : entry.isBlank
      ? [back, { text: 'Enregistrer la feuille vide', act: onSave }]
      : [{ text: 'Enregistrer (Entrée)', act: onSave }, back]
  return (
    <div className="entry-step">
      {(first || entry.isBlank) && (
        <p className="notice" data-kind="warm" role="status">
          {first?.message ?? blank}
        </p>
      )}
      <div className="actions">
        {actions.map(({ text, act }, at) => (
          <Button
            key={text}
            ref={at === 0 ? button : undefined}
            kind={at === 0 ? 'main' : undefined}
            disabled={isBusy}
            onClick={act}
          >
            {text}
          </Button>
        ))}
      </div>
    </div>
  )
}
