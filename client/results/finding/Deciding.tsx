/** What was decided on a finding: the history stays, a new line is added. */

import { type FormEvent, useState } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { dayOf } from '../../../surveys/days.ts'
import { DayField } from '../../parts/staff/DayField.tsx'
import { NoteField } from '../../parts/staff/NoteField.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { day } from '../words.ts'

/** Today where the reader is, not in Greenwich. */
const today = () => dayOf(new Date())

type Props = { page: analyse.FindingPage; again: () => void }

export function Deciding({ page: { finding, decisions }, again }: Props) {
  const [text, setText] = useState('')
  const [date, setDate] = useState(today)
  const [isPublic, setIsPublic] = useState(false)
  const [failure, setFailure] = useState('')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await call('POST /api/analyse/:slug/findings/:indicator/decisions', {
        params: { slug: finding.questionnaire, indicator: finding.indicator },
        body: { text, date, isPublic },
      })
      setText('')
      setIsPublic(false)
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
              (notée par {one.by}, sur la publication n° {one.publication}
              {one.isPublic ? ', montrée aux habitants' : ''})
            </span>
            {one.wordsThen && <p className="muted small">L’objectif disait alors : « {one.wordsThen} ».</p>}
          </li>
        ))}
      </ol>
      <form className="decide no-print" onSubmit={save}>
        <NoteField
          label="Noter une décision"
          help="Elle s’ajoute aux précédentes, qui restent."
          failure={failure}
          least={3}
          most={1000}
          lines={3}
          value={text}
          onChange={setText}
        />
        <label className="choice">
          <input type="checkbox" checked={isPublic} onChange={({ target }) => setIsPublic(target.checked)} />
          <span>
            <b>À montrer aux habitants</b>
            <small>Elle paraît sur la page publique des résultats, sans votre nom.</small>
          </span>
        </label>
        <DayField label="Date de la décision" isRequired value={date} onChange={setDate} />
        <button type="submit" className="button" data-kind="main">
          Noter la décision
        </button>
      </form>
    </section>
  )
}
