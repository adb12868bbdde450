/** A questionnaire whose first day is still to come: when to come back. */

import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { shortDayText } from '../../../surveys/days.ts'
import { inLanguage } from '../../parts/inLanguage.ts'
import { Ribbon } from '../../parts/Ribbon.tsx'
import { HomeLink } from '../../parts/State.tsx'
import { useLanguage, useSay } from '../../words/useSay.ts'

export function Soon({ questionnaire: { title, summary, opensAt } }: { questionnaire: PublishedQuestionnaire }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <div className="stack message">
      <Ribbon className="message-ribbon" spans={[]} />
      <h1>{say('soon.title', { date: opensAt === null ? '' : shortDayText(opensAt, language) })}</h1>
      <p>
        <b>{inLanguage(title, language)}</b>
        <br />
        {inLanguage(summary, language)}
      </p>
      <p>{say('soon.text')}</p>
      <div className="actions">
        <HomeLink />
      </div>
    </div>
  )
}
