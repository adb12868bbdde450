/** Ranking by touching in order: no dragging, the same by finger, keyboard and voice. */
import { useState } from 'react'
import type { QuestionRankingModel } from 'survey-core'
import { useSay } from '../../words/useSay.ts'
import { begunIn, noteUnfinished } from '../screens/unfinished.ts'
import type { AnswerProps, AnswerRow } from './answer.ts'
import { choiceTexts } from './choices.ts'

function RankingAnswer({ question }: AnswerProps) {
  const say = useSay()
  const items = (question as QuestionRankingModel).visibleChoices
  const [order, setOrder] = useState<unknown[]>(() => begunIn<unknown[]>(question) ?? question.value ?? [])
  const touch = (value: unknown) => {
    const next = touched(
      order,
      value,
      items.map((item) => item.value),
    )
    setOrder(next)
    noteUnfinished(question, next, next.length > 0 && next.length < items.length ? 'errors.ranking' : null)
    question.value = next.length === items.length ? next : undefined
  }
  return (
    <>
      <p className="question-help">{say('ranking.help')}</p>
      <div className="choices">
        {items.map((item) => {
          const place = order.indexOf(item.value) + 1
          const text = item.locText.textOrHtml
          return (
            <button
              key={String(item.value)}
              type="button"
              className="choice ranked"
              aria-pressed={place > 0}
              aria-label={place > 0 ? say('ranking.place', { item: text, place }) : say('ranking.free', { item: text })}
              onClick={() => touch(item.value)}
            >
              <span className="ranked-place" aria-hidden="true">
                {place > 0 ? place : ''}
              </span>
              <span>{text}</span>
            </button>
          )
        })}
      </div>
      {order.length > 0 && (
        <button
          type="button"
          className="button clear"
          data-kind="quiet"
          onClick={() => {
            setOrder([])
            noteUnfinished(question, [], null)
            question.clearValue()
          }}
        >
          {say('answer.clear')}
        </button>
      )}
    </>
  )
}

/** @returns the order once an item is touched: added last, or taken out; the only one left places itself */
export function touched(order: unknown[], value: unknown, all: unknown[]): unknown[] {
  if (order.includes(value)) return order.filter((one) => one !== value)
  const next = [...order, value]
  return next.length === all.length - 1 ? [...next, ...all.filter((one) => !next.includes(one))] : next
}

export const ranking: AnswerRow = {
  Answer: RankingAnswer,
  spoken: choiceTexts,
  heard: (question) => [{ role: 'bouton à classer', texts: choiceTexts(question) }],
}
