/** One open questionnaire: what it is about, who it is for, how long, until when. */

import { Link, useLocation } from 'wouter'
import type { QuestionnaireLine } from '../../api/wire/public.ts'
import { shortDayText } from '../../surveys/days.ts'
import { languageRows } from '../../surveys/languages.ts'
import type { Draft } from '../answer/device/outbox.ts'
import { shownReceipt } from '../answer/device/shown-receipt.ts'
import { forgetSent } from '../answer/device/tabs.ts'
import { Bold } from '../parts/Bold.tsx'
import { useComfort } from '../parts/comfort.ts'
import { Erase } from '../parts/forms/Erase.tsx'
import { inLanguage, readIn } from '../parts/inLanguage.ts'
import { minutesText } from '../parts/minutes.ts'
import { useSay } from '../words/useSay.ts'

type Props = {
  line: QuestionnaireLine
  draft: Draft | undefined
  /** An answer to it waits for the network. */
  isWaiting: boolean
  erase: () => void
}

export function QuestionnaireCard({ line, draft, isWaiting, erase }: Props) {
  const say = useSay()
  const { language } = useComfort()
  const tag = languageRows[readIn(line.title, language)]
  const own = { lang: tag.tag, dir: tag.direction }
  const id = `card-${line.slug}`
  const [, goTo] = useLocation()
  const address = `/q/${line.slug}`
  /** Somebody has answered in this tab: their words are there. */
  const shown = draft === undefined ? shownReceipt.of(line.slug) : null
  const another = () => {
    forgetSent(line.slug)
    shownReceipt.drop(line.slug)
    goTo(address)
  }
  return (
    <li className="home-card">
      <h3 id={id} {...own}>
        {inLanguage(line.title, language)}
      </h3>
      <p className="home-card-for" {...own}>
        {inLanguage(line.audienceText, language)}
      </p>
      <p {...own}>
        <Bold text={inLanguage(line.summary, language)} />
      </p>
      <p className="home-card-facts">
        <span>{minutesText(line, say)}</span>
        {line.closesAt && <span>{say('home.until', { date: shortDayText(line.closesAt, language) })}</span>}
        {line.opensAt && <span>{say('home.opens', { date: shortDayText(line.opensAt, language) })}</span>}
        {line.status === 'trial' && <span className="home-tag">{say('home.trial')}</span>}
      </p>
      <div className="actions">
        {line.status !== 'soon' && (
          <Link className="button" data-kind="main" href={address} aria-describedby={id}>
            {say(draft ? 'home.resume' : !shown ? 'home.answer' : isWaiting ? 'aside.words' : 'aside.receipt')}
          </Link>
        )}
        {shown && line.status !== 'soon' && (
          <Erase
            label={say('tabs.another')}
            describedBy={id}
            ask={{ really: say('tabs.anotherReally'), yes: say('tabs.anotherYes') }}
            erase={another}
          />
        )}
        {draft && <Erase label={say('kept.eraseShort')} describedBy={id} erase={erase} />}
      </div>
    </li>
  )
}
