/** « Reprendre » or « effacer »: the phone may be shared, so the answers are not shown before the choice. */

import { shortDayText } from '../../../surveys/days.ts'
import { Erase } from '../../parts/Erase.tsx'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { type Draft, retentionDays } from '../device/outbox.ts'

type Props = {
  draft: Draft
  /** The questionnaire was published anew, and this trial is over: the answers were carried over. */
  isMoved: boolean
  resume: () => void
  erase: () => void
}

export function SavedAnswers({ draft, isMoved, resume, erase }: Props) {
  const say = useSay()
  const language = useLanguage()
  const date = shortDayText(draft.savedAt + retentionDays * 24 * 3_600_000, language)
  return (
    <div className="stack message">
      <h1>{say('kept.title')}</h1>
      <p>{say('kept.text', { date })}</p>
      {isMoved && <p role="status">{say('kept.moved')}</p>}
      <div className="actions">
        <button type="button" className="button" data-kind="main" onClick={resume}>
          {say('kept.resume')}
        </button>
        <Erase label={say('kept.erase')} erase={erase} />
      </div>
    </div>
  )
}
