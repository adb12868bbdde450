/** The last page: thanks in one sentence, what happens next, the code, then what is offered. */

import { lazy, Suspense, useState } from 'react'
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { shortDayText } from '../../../surveys/days.ts'
import { CodeCard, codeTitle } from '../../code/CodeCard.tsx'
import { pathTo } from '../../code/picture.ts'
import { Boundary } from '../../parts/Boundary.tsx'
import { FocusedTitle } from '../../parts/focus/FocusedTitle.tsx'
import { Button } from '../../parts/forms/Button.tsx'
import { Erase } from '../../parts/forms/Erase.tsx'
import { inLanguage } from '../../parts/inLanguage.ts'
import { ResultsLine } from '../../parts/ResultsLine.tsx'
import { Ribbon, type RibbonSpan } from '../../parts/Ribbon.tsx'
import { HomeLink } from '../../parts/State.tsx'
import { useSite } from '../../parts/site.ts'
import { PageLink } from '../../words/PageLink.tsx'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { DirectoryOffer } from './DirectoryOffer.tsx'
import { HelpLines } from './HelpLines.tsx'
import { Share } from './Share.tsx'
import { YoungOffer } from './YoungOffer.tsx'

const TellMe = lazy(async () => ({ default: (await import('./TellMe.tsx')).TellMe }))

type Props = {
  questionnaire: PublishedQuestionnaire
  code: readonly string[]
  /** Null where no coordinates are asked: those under 15 leave none. */
  callMe: (() => void) | null
  /** Somebody else answers on the same device. */
  another: () => void
}

export function Receipt({ questionnaire, code, callMe, another }: Props) {
  const say = useSay()
  const language = useLanguage()
  const hasDirectory = useSite()?.hasDirectory
  const [isTelling, setIsTelling] = useState(false)
  const { trial, closesAt, freezesAt, audience } = questionnaire
  const isClosed = questionnaire.status === 'closed'
  return (
    <div className="stack receipt">
      <Ribbon className="message-ribbon" spans={thanks} />
      <FocusedTitle>{say('receipt.title')}</FocusedTitle>
      {/* further down than a small screen shows */}
      <button type="button" className="button receipt-words no-print" data-kind="quiet" onClick={toCode}>
        {say('receipt.words')}
      </button>
      <HelpLines audience={audience}>
        {(callMe || hasDirectory) && (
          <div className="actions no-print">
            {hasDirectory && (
              <PageLink className="button" to="/annuaire">
                {say('directory.link')}
              </PageLink>
            )}
            {callMe && <Button onClick={callMe}>{say('contact.ask')}</Button>}
          </div>
        )}
      </HelpLines>
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
      <CodeCard code={code} freezesAt={freezesAt} name={inLanguage(questionnaire.title, language)} stays />
      <div className="actions no-print">
        <a className="button" href={pathTo(code)}>
          {say('own.correct')}
        </a>
      </div>
      <p className="receipt-small no-print">{say('receipt.erased')}</p>
      {/* those under 15 leave no address, and nothing is published of a trial */}
      {callMe && !trial && !isTelling && (
        <div className="actions no-print">
          <Button onClick={() => setIsTelling(true)}>{say('receipt.tell')}</Button>
        </div>
      )}
      {isTelling && (
        // what does not come leaves the code where it is
        <Boundary
          instead={() => (
            <div className="stack-tight" role="alert">
              <p>{say('newer.title')}.</p>
              <div className="actions">
                <Button onClick={() => location.reload()}>{say('again')}</Button>
              </div>
            </div>
          )}
        >
          <Suspense>
            <TellMe slug={questionnaire.slug} />
          </Suspense>
        </Boundary>
      )}
      <DirectoryOffer audience={audience} />
      <YoungOffer audience={audience} />
      {!isClosed && <Share questionnaire={questionnaire} />}
      <div className="actions no-print">
        <HomeLink kind="quiet" />
        {!isClosed && (
          <Erase
            label={say('tabs.another')}
            kind="quiet"
            ask={{ really: say('tabs.anotherReally'), yes: say('tabs.anotherYes') }}
            erase={another}
          />
        )}
      </div>
    </div>
  )
}

function toCode() {
  const title = document.getElementById(codeTitle)
  if (!title) return
  title.tabIndex = -1
  title.focus({ preventScroll: true })
  title.scrollIntoView({ block: 'start' })
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
