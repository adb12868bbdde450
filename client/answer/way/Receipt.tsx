/** The last page: thanks in one sentence, then what happens next. */

import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { shortDayText } from '../../../surveys/days.ts'
import { CodeCard } from '../../code/CodeCard.tsx'
import { ResultsLine } from '../../parts/ResultsLine.tsx'
import { Ribbon, type RibbonSpan } from '../../parts/Ribbon.tsx'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { HelpLines } from './HelpLines.tsx'

type Props = { questionnaire: PublishedQuestionnaire; code: readonly string[]; callMe: (() => void) | null }

/** @param callMe null where no coordinates are asked: those under 15 leave none */
export function Receipt({ questionnaire, code, callMe }: Props) {
  const say = useSay()
  const language = useLanguage()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { trial, closesAt, freezesAt, audience } = questionnaire
  return (
    <div className="stack receipt">
      <Ribbon className="message-ribbon" spans={thanks} />
      <h1 ref={title} tabIndex={-1}>
        {say('receipt.title')}
      </h1>
      <HelpLines audience={audience} />
      <CodeCard code={code} freezesAt={freezesAt} />
      <section className="stack" aria-labelledby="next">
        <h2 id="next">{say('receipt.next')}</h2>
        <ol className="receipt-steps">
          <li>{say('receipt.join')}</li>
          {closesAt && <li>{say('receipt.closes', { date: shortDayText(closesAt, language) })}</li>}
          <li>{say(trial ? 'receipt.trial' : 'receipt.results')}</li>
          <li>
            <ResultsLine slug={questionnaire.slug} />
          </li>
        </ol>
      </section>
      <p className="receipt-small no-print">{say('receipt.erased')}</p>
      <div className="actions no-print">
        {callMe && (
          <button type="button" className="button" onClick={callMe}>
            {say('contact.ask')}
          </button>
        )}
        <Link className="button" href="/">
          {say('home.link')}
        </Link>
      </div>
    </div>
  )
}

/** A tick made of hours. */
const thanks: RibbonSpan[] = (
  [
    [1, 36, 43],
    [2, 32, 39],
    [3, 28, 35],
    [4, 9, 16],
    [4, 24, 31],
    [5, 12, 27],
    [6, 15, 23],
  ] as const
).map(([day, from, to]) => ({ day, from, to, cover: 'covered' }))
