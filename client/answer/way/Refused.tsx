/** An answer that was sent from here and not accepted: why, what is safe, what to do. */

import { shortDayText } from '../../../surveys/days.ts'
import type { Definition } from '../../../surveys/questionnaire/questionnaire.ts'
import { FocusedTitle } from '../../parts/focus/FocusedTitle.tsx'
import { Button } from '../../parts/forms/Button.tsx'
import { Erase } from '../../parts/forms/Erase.tsx'
import { useSite } from '../../parts/site.ts'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { retentionDays, type Waiting } from '../device/outbox.ts'
import { Why } from '../screens/Why.tsx'

type Props = {
  aside: Waiting
  definition: Definition
  isSending: boolean
  review: () => void
  again: () => void
  erase: () => void
}

export function Refused({ aside, definition, isSending, review, again, erase }: Props) {
  const say = useSay()
  const language = useLanguage()
  const site = useSite()
  const date = shortDayText(aside.savedAt + retentionDays * 24 * 3_600_000, language)
  return (
    <div className="stack message">
      <FocusedTitle>{say('aside.title')}</FocusedTitle>
      {aside.refusal && (
        <div className="problems">
          <Why definition={definition} {...aside.refusal} />
        </div>
      )}
      <p>{say('aside.safe', { date })}</p>
      <p>{say(aside.refusal?.code === 'questionnaire-closed' ? 'aside.late' : 'aside.next')}</p>
      {site?.contact && <p>{say('aside.help', { contact: site.contact })}</p>}
      <div className="actions">
        {aside.draft && (
          <Button kind="main" disabled={isSending} onClick={review}>
            {say('refused.back')}
          </Button>
        )}
        <Button disabled={isSending} onClick={again}>
          {say(isSending ? 'answer.sending' : 'aside.again')}
        </Button>
        <Erase label={say('kept.eraseShort')} kind="quiet" isBusy={isSending} erase={erase} />
      </div>
    </div>
  )
}
