/** /gerer/saisie: the number of a paper form, then its questions, without leaving the keyboard. */
import { useEffect, useRef, useState } from 'react'
import type { paper as wire } from '../../api/wire/public.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { questionnaire as published } from '../parts/api.ts'
import { Field, Submit } from '../parts/staff/Field.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../parts/staff/staffApi.ts'
import { submits } from '../parts/staff/useSaving.ts'
import { FormEntry } from './FormEntry.tsx'
import './entry.css'

type Open = { form: wire.PaperForm; questionnaire: Questionnaire }

export function Entry() {
  const [open, setOpen] = useState<Open | null>(null)
  const [message, setMessage] = useState('')
  const [error, setError] = useState('')

  async function find(number: string) {
    setError('')
    setMessage('')
    try {
      const form = await call('GET /api/paper/sheets/:number', { params: { number: number.trim() } })
      if (form.expects === 'nothing') return setError(`La feuille ${form.number} est déjà saisie.`)
      const shown = await published(form.questionnaire, { version: form.version })
      setOpen({ form, questionnaire: { ...shown, parameters: [], indicators: [] } })
    } catch (refusal) {
      setError(sentenceOf(refusal))
    }
  }
  function leave(sentence: string) {
    setOpen(null)
    setMessage(sentence)
  }

  return (
    <StaffFrame title="Saisie" lead="Tout se fait au clavier : le numéro, les codes, Entrée.">
      {open ? (
        <FormEntry
          key={open.form.number}
          {...open}
          onDone={leave}
          onLeave={() => leave(`La feuille ${open.form.number} n’est pas enregistrée.`)}
        />
      ) : (
        <NumberForm error={error} onFind={find} />
      )}
      <p className="entry-message" role="status">
        {message}
      </p>
    </StaffFrame>
  )
}

function NumberForm({ error, onFind }: { error: string; onFind: (number: string) => void }) {
  const [number, setNumber] = useState('')
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refused number is typed over
  useEffect(() => {
    // after the frame has put the focus on the title
    const next = requestAnimationFrame(() => input.current?.select())
    return () => cancelAnimationFrame(next)
  }, [error])
  return (
    <form className="form" onSubmit={submits(() => onFind(number))}>
      <Field
        label="Numéro de la feuille"
        help="En haut et en bas de chaque page. Les tirets ne comptent pas."
        error={error || undefined}
      >
        {(props) => (
          <input
            {...props}
            ref={input}
            value={number}
            inputMode="numeric"
            autoComplete="off"
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      <Submit isDisabled={number.trim() === ''}>Ouvrir</Submit>
    </form>
  )
}
