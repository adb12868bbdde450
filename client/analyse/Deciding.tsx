/** What was decided on a finding: the history stays, a new line is added. */
import { type FormEvent, useState } from 'react'
import type { analyse } from '../../api/wire.ts'
import { Field } from '../parts/staff/Field.tsx'
import { call, sentenceOf } from '../parts/staff/staffApi.ts'
import { day } from './words.ts'

type Props = { page: analyse.FindingPage; again: () => void }

export function Deciding({ page: { finding, decisions }, again }: Props) {
  const [text, setText] = useState('')
  const [date, setDate] = useState(new Date().toISOString().slice(0, 10))
  const [failure, setFailure] = useState('')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const path = `/api/analyse/${finding.questionnaire}/findings/${finding.indicator}/decisions`
      await call('POST', path, { text, date })
      setText('')
      setFailure('')
      again()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">Décision</h2>
      {decisions.length === 0 && <p className="muted">Aucune décision notée.</p>}
      <ol className="decisions" reversed>
        {decisions.toReversed().map((one) => (
          <li key={one.at}>
            <b>{day(one.date)}</b> : {one.text}{' '}
            <span className="muted">
              (notée par {one.by}, sur la publication n° {one.publication})
            </span>
          </li>
        ))}
      </ol>
      <form className="decide no-print" onSubmit={save}>
        <Field
          label="Noter une décision"
          help="Elle s’ajoute aux précédentes, qui restent."
          error={failure || undefined}
        >
          {(props) => (
            <textarea
              {...props}
              className="field"
              rows={3}
              required
              minLength={3}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Field label="Date de la décision">
          {(props) => (
            <input
              {...props}
              className="field"
              type="date"
              required
              value={date}
              onChange={(event) => setDate(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="button" data-kind="main">
          Noter la décision
        </button>
      </form>
    </section>
  )
}
