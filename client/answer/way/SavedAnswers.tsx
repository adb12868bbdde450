/** « Reprendre » or « effacer »: the phone may be shared, so the answers are not shown before the choice. */
import { Button } from '../../parts/forms/Button.tsx'
import { Erase } from '../../parts/forms/Erase.tsx'
import { useSay } from '../../words/useSay.ts'
import { type Draft, retentionDays } from '../device/outbox.ts'

const dayMs = 24 * 3_600_000

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)

type Props = {
  draft: Draft
  /** Title of the questionnaire. */
  name: string
  /** The questionnaire was published anew, and this trial is over: the answers were carried over. */
  isMoved: boolean
  resume: () => void
  erase: () => void
}

export function SavedAnswers({ draft, name, isMoved, resume, erase }: Props) {
  const say = useSay()
  // the names of days and months would keep a slow phone waiting before « Reprendre »; counted by the calendar, as their last day is
  const days = retentionDays - Math.round((midnight(Date.now()) - midnight(draft.savedAt)) / dayMs)
  return (
    <div className="stack message">
      <h1>{say('kept.title')}</h1>
      <p>
        <b>{name}</b>
      </p>
      <p>{days < 1 ? say('kept.last') : say('kept.text', { days })}</p>
      {isMoved && <p role="status">{say('kept.moved')}</p>}
      <div className="actions">
        <Button kind="main" onClick={resume}>
          {say('kept.resume')}
        </Button>
        <Erase label={say('kept.erase')} erase={erase} />
      </div>
    </div>
  )
}
