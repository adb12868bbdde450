/** A whole number for each line, typed; its unit stands after it. */
import { useState } from 'react'
import type { Question } from 'survey-core'
import type { QuestionNumbers } from '../../../../surveys/answers/engine.ts'
import { Bold } from '../../../parts/Bold.tsx'
import type { Say } from '../../../words/useSay.ts'
import { controlId } from '../../question/ids.ts'
import { rangeSaid } from '../../question/range.ts'
import { begunIn, noteUnfinished } from '../../screens/unfinished.ts'
import type { AnswerProps, AnswerRow } from '../answer.ts'
import { numberIn } from '../Number.tsx'
import { downTo } from './lines.ts'
import './numbers.css'

type Typed = Record<string, string>

function NumbersAnswer({ question, problem, row: last }: AnswerProps) {
  const { visibleRows, min, max } = question as QuestionNumbers
  const unit = unitOf(question)
  const [typed, setTyped] = useState<Typed>(
    () =>
      begunIn<Typed>(question) ??
      Object.fromEntries(Object.entries(question.value ?? {}).map(([row, value]) => [row, String(value)])),
  )
  const write = (row: string, text: string) => {
    const next = { ...typed, [row]: text }
    setTyped(next)
    const { value, wrong } = numbersIn(next, min, max)
    noteUnfinished(question, next, wrong === null ? null : numberIn(next[wrong]!, min, max).why)
    question.value = value
  }
  const isMissing = numbersIn(typed, min, max).wrong === null
  return (
    <ul className="numbers">
      {downTo(visibleRows, last).map(({ name, item }) => {
        const id = `${controlId(question)}-${name}`
        return (
          <li key={name} data-row={name}>
            <label htmlFor={id}>
              <Bold text={item.locText.textOrHtml} />
            </label>
            <span>
              <input
                className="field"
                type="text"
                id={id}
                data-width="short"
                data-figures
                inputMode="numeric"
                autoComplete="off"
                maxLength={12}
                value={typed[name] ?? ''}
                aria-invalid={
                  problem !== undefined && (isMissing || numberIn(typed[name] ?? '', min, max).why !== null)
                }
                aria-describedby={unit ? `${id}-unit` : undefined}
                onChange={({ target }) => write(name, target.value)}
              />
              {unit && <span id={`${id}-unit`}>{unit}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const unitOf = (question: Question): string => question.getLocalizableString('unit')?.textOrHtml ?? ''
const lineTexts = (question: Question, only: string | null = null): string[] =>
  (question as QuestionNumbers).visibleRows
    .filter(({ name }) => !only || name === only)
    .map(({ item }) => item.locText.textOrHtml)

/** « Le matin : 2 heures », for each line that has a number. */
export const numbersSaid = (question: Question, say: Say): string[] =>
  (question as QuestionNumbers).visibleRows.flatMap(({ name, item }) => {
    const value: number | undefined = question.value?.[name]
    if (value === undefined) return []
    const said = [value, unitOf(question)].join('\u00a0').trim()
    return [say('answer.told', { name: item.locText.textOrHtml, said })]
  })

/** @returns the numbers of the lines that have one, undefined for none; the first line where something else is written */
export function numbersIn(typed: Typed, min?: number, max?: number) {
  const lines = Object.entries(typed).map(([row, text]) => [row, numberIn(text, min, max)] as const)
  const given = lines.flatMap(([row, { value }]) => (value === undefined ? [] : [[row, value] as const]))
  return {
    value: given.length === 0 ? undefined : Object.fromEntries(given),
    wrong: lines.find(([, { why }]) => why !== null)?.[0] ?? null,
  }
}

export const numbers: AnswerRow = {
  Answer: NumbersAnswer,
  range: rangeSaid,
  spoken: lineTexts,
  heard: (question) => lineTexts(question).map((text) => ({ role: 'zone de saisie', texts: [text], alone: true })),
}
