/** What must be known before the first question: short lines, folds for the rest. */
import { type ReactNode, useEffect } from 'react'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { shortDayText } from '../../../surveys/days.ts'
import { capital } from '../../../surveys/languages.ts'
import { timeLine } from '../../../surveys/review/time-line.ts'
import { Bold } from '../../parts/Bold.tsx'
import { inLanguage } from '../../parts/inLanguage.ts'
import { minutesText } from '../../parts/minutes.ts'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { Share } from './Share.tsx'

type Props = {
  questionnaire: PublishedQuestionnaire
  start: (isShort: boolean) => void
  /** Fetches the survey engine while the person reads, where the page has not begun to. */
  prepare?: () => void
  /** Another way to answer, under the lines. */
  children?: ReactNode
}

export function Notice({ questionnaire, start, prepare, children }: Props) {
  const say = useSay()
  const language = useLanguage()
  const { closesAt, extra, span } = questionnaire
  const until = closesAt && say('home.until', { date: shortDayText(closesAt, language) })
  const more = span?.perChild ? say('notice.perChild', { minutes: span.perChild }) : ''
  const minutes = [`${minutesText(questionnaire, say)}${more}`, extra && say('notice.extra', { minutes: extra })]
  const time = capital(minutes.filter(Boolean).join(' '))
  const timeText = until ? say('notice.when', { time, until }) : time
  useEffect(() => prepare?.(), [prepare])
  useEffect(() => {
    // Folds are opened for the printer: paper cannot be unfolded.
    const unfold = (open: boolean) => () => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('.notice details')) fold.open = open
    }
    const [before, after] = [unfold(true), unfold(false)]
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return (
    <article className="notice">
      <header className="stack notice-head">
        <h1>{inLanguage(questionnaire.title, language)}</h1>
        <p className="notice-lead">
          <Bold text={inLanguage(questionnaire.summary, language)} />
        </p>
      </header>
      <h2 className="notice-title">{say('notice.title')}</h2>
      <dl className="notice-lines">
        {questionnaire.notice.lines.map((line) => (
          <div key={line.id}>
            <dt>{inLanguage(line.title, language)}</dt>
            <dd>
              <p>{line.id === timeLine ? timeText : inLanguage(line.text, language)}</p>
              {line.more && (
                <details>
                  <summary>
                    {say('notice.more')}
                    <span className="visually-hidden"> ({inLanguage(line.title, language)})</span>
                  </summary>
                  <p>{inLanguage(line.more, language)}</p>
                </details>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {children}
      <Share questionnaire={questionnaire} isFolded />
      <div className="notice-actions no-print">
        {questionnaire.short === undefined ? (
          <button type="button" className="button door" data-kind="main" onClick={() => start(false)}>
            {say('notice.start')} <small>{minutesText(questionnaire, say)}</small>
          </button>
        ) : (
          <Doors questionnaire={questionnaire} short={questionnaire.short} open={start} />
        )}
        <button type="button" className="button notice-print" data-kind="quiet" onClick={() => print()}>
          {say('notice.print')}
        </button>
      </div>
    </article>
  )
}

type DoorsProps = { questionnaire: PublishedQuestionnaire; short: number; open: (isShort: boolean) => void }

/** Two ways in of equal weight: nothing is chosen for anybody. */
function Doors({ questionnaire, short, open }: DoorsProps) {
  const say = useSay()
  return (
    <fieldset className="doors">
      <legend>{say('notice.doors')}</legend>
      <button type="button" className="button door" data-kind="main" data-door="short" onClick={() => open(true)}>
        {say('notice.short')} <small>{say('home.minutes', { minutes: short })}</small>
      </button>
      <button type="button" className="button door" data-kind="main" data-door="whole" onClick={() => open(false)}>
        {say('notice.whole')} <small>{minutesText(questionnaire, say)}</small>
      </button>
    </fieldset>
  )
}
