/** One's own answers, question by question, and what can be done with them. */

import { useMemo } from 'react'
import type { OwnResponse, PublishedQuestionnaire } from '../../api/wire/public.ts'
import { modelOf } from '../../surveys/answers/engine.ts'
import { shortDayText } from '../../surveys/days.ts'
import { childTitle } from '../answer/children/childTitle.ts'
import { saidOf } from '../answer/question/said.ts'
import { Bold } from '../parts/Bold.tsx'
import { FocusedTitle } from '../parts/focus/FocusedTitle.tsx'
import { inLanguage } from '../parts/inLanguage.ts'
import { ResultsLine } from '../parts/ResultsLine.tsx'
import { useLanguage, useSay } from '../words/useSay.ts'
import { OwnActions } from './OwnActions.tsx'
import { draftOf, type Line, linesOf, sectionsOf } from './own.ts'
import { useOwnSay } from './words.ts'

type Props = {
  response: OwnResponse
  published: PublishedQuestionnaire
  correct: () => void
  withdraw: () => Promise<void>
}

export function OwnAnswers({ response, published, correct, withdraw }: Props) {
  const say = useSay()
  const sayOwn = useOwnSay()
  const language = useLanguage()
  const lines = useMemo(() => {
    const { data, drawn } = draftOf(response, published)
    const model = modelOf({ ...published, parameters: [], indicators: [] }, language, drawn)
    model.data = { ...data, ...drawn }
    return linesOf(model, (question) => saidOf(question, say, language), childTitle)
  }, [response, published, language, say])
  return (
    <div className="stack">
      <FocusedTitle>{sayOwn('sheet', { date: shortDayText(response.day, language) })}</FocusedTitle>
      <p>{inLanguage(published.title, language)}</p>
      <p>
        {response.freezesAt ? sayOwn('until', { date: shortDayText(response.freezesAt, language) }) : sayOwn('open2')}
      </p>
      <p>
        <ResultsLine slug={response.questionnaire} />
      </p>
      <OwnActions correct={correct} withdraw={withdraw} />
      <div className="own-groups">
        {sectionsOf(lines).map(({ of, lines }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a response never move
          <section key={at}>
            {of && <h2>{of}</h2>}
            <AnswerList lines={lines} />
          </section>
        ))}
      </div>
    </div>
  )
}

function AnswerList({ lines }: { lines: Line[] }) {
  const say = useSay()
  return (
    <dl className="own-list">
      {lines.map(({ title, texts }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a response never move
        <div key={index}>
          <dt>
            <Bold text={title} />
          </dt>
          {(texts.length > 0 ? texts : [say('own.blank')]).map((text, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a response never move
            <dd key={place}>{text}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
