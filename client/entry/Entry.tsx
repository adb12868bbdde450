/** /gerer/saisie: the number of a paper form, then its questions, without leaving the keyboard. */
import { useEffect, useRef, useState } from 'react'
import type { paper as wire } from '../../api/wire/public.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { questionnaire as published } from '../parts/api.ts'
import { Refused } from '../parts/Loading.tsx'
import { Field, Submit } from '../parts/staff/Field.tsx'
import { useMe } from '../parts/staff/me.ts'
import { opensTo } from '../parts/staff/menu.ts'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../parts/staff/staffApi.ts'
import { submits } from '../parts/staff/useSaving.ts'
import { FormEntry } from './FormEntry.tsx'
import { sheetDraft } from './sheet-draft.ts'
import type { EntryDraft } from './useEntry.ts'
import '../answer/question/questions.css'
import './entry.css'

type Open = { form: wire.PaperForm; questionnaire: Questionnaire; begun: EntryDraft | null }

export function Entry() {
  const account = useMe()?.account
  // the page asks the api nothing before a number is typed
  const isOpen = account && opensTo('/gerer/saisie', account.roles)
  return (
    <StaffFrame title="Saisie" lead="Tout se fait au clavier : le numéro, les codes, Entrée.">
      {account && (isOpen ? <Desk login={account.login} /> : <Refused text={notMine} />)}
    </StaffFrame>
  )
}

const notMine =
  'Saisir les feuilles demande le droit «\u202fSaisie\u202f». Qui administre le site peut vous le donner, dans «\u202fÉquipe\u202f».'

function Desk({ login }: { login: string }) {
  const [open, setOpen] = useState<Open | null>(null)
  const [message, setMessage] = useState('')
  const [error, setError] = useState('')
  const [isComingBack, setComingBack] = useState(() => sheetDraft.read(login) !== null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was begun is opened once
  useEffect(() => {
    const begun = sheetDraft.read(login)
    if (begun !== null) void find(begun.number).finally(() => setComingBack(false))
  }, [])

  async function find(number: string) {
    setError('')
    setMessage('')
    try {
      const form = await call('GET /api/paper/sheets/:number', { params: { number: number.trim() } })
      const held = sheetDraft.read(login)
      const begun = held?.number === form.number ? held : null
      if (form.expects === 'nothing') {
        if (begun) sheetDraft.drop(login)
        return setError(`La feuille ${form.number} est déjà saisie.`)
      }
      const shown = await published(form.questionnaire, { version: form.version })
      setOpen({ form, questionnaire: { ...shown, parameters: [], indicators: [] }, begun })
      if (begun) setMessage('Ce que vous aviez tapé de cette feuille est là.')
    } catch (refusal) {
      setError(sentenceOf(refusal))
    }
  }
  function leave(sentence: string) {
    sheetDraft.drop(login)
    setOpen(null)
    setMessage(sentence)
  }

  return (
    <>
      {open ? (
        <FormEntry
          key={open.form.number}
          {...open}
          keep={(draft) => sheetDraft.hold(login, draft)}
          onDone={leave}
          onLeave={() => leave(`La feuille ${open.form.number} n’est pas enregistrée.`)}
        />
      ) : (
        !isComingBack && <NumberForm error={error} onFind={find} />
      )}
      <p className="entry-message" role="status">
        {message}
      </p>
    </>
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
            className="field"
            data-width="short"
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
