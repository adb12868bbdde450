/** A day in three fields: no picker to learn, the same by finger, keyboard and voice. */
import { useState } from 'react'
import type { Question } from 'survey-core'
import { dayFrom, dayInWords } from '../../../surveys/questionnaire/calendar.ts'
import type { Key } from '../../words/speak.ts'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { controlId } from '../question/ids.ts'
import { rangeSaid } from '../question/range.ts'
import { begunIn, noteUnfinished } from '../screens/unfinished.ts'
import type { AnswerProps, AnswerRow } from './answer.ts'
import { plainDigits } from './Number.tsx'
import './date.css'

type Parts = { day: string; month: string; year: string }
const names = ['day', 'month', 'year'] as const

function DateAnswer({ question, problem }: AnswerProps) {
  const say = useSay()
  const language = useLanguage()
  const [typed, setTyped] = useState(() => begunIn<Parts>(question) ?? partsOf(question.value))
  const change = (name: keyof Parts, text: string) => {
    const next = { ...typed, [name]: text }
    setTyped(next)
    const { value, why } = dayIn(next, question.min, question.max)
    const [min, max] = [question.min, question.max].map((day) => dayInWords(day, language))
    noteUnfinished(question, next, why, { values: { min, max } })
    question.value = value
  }
  return (
    <div className="date">
      {names.map((name) => (
        <label key={name} htmlFor={`${controlId(question)}-${name}`}>
          <span>{say(`date.${name}`)}</span>
          <input
            className="field"
            type="text"
            id={`${controlId(question)}-${name}`}
            data-part={name}
            data-figures
            inputMode="numeric"
            autoComplete="off"
            maxLength={name === 'year' ? 4 : 2}
            value={typed[name]}
            required={question.isRequired}
            aria-invalid={problem !== undefined}
            onChange={({ target }) => change(name, target.value)}
          />
        </label>
      ))}
    </div>
  )
}

function partsOf(value: unknown): Parts {
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : []
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/** @returns the ISO day the three fields make, if any, or the key of the words that say what is expected */
export function dayIn(
  { day, month, year }: Parts,
  min: string,
  max: string,
): { value: string | undefined; why: Key | null } {
  const parts = [day, month, year].map((part) => plainDigits(part).trim())
  const wrong = (why: Key) => ({ value: undefined, why })
  if (parts.every((part) => part === '')) return { value: undefined, why: null }
  if (!parts.every((part) => /^\d+$/.test(part))) return wrong('errors.date')
  if (parts[2]!.length !== 4) return wrong('errors.dateYear')
  const [onDay, inMonth, ofYear] = parts.map(Number) as [number, number, number]
  const value = dayFrom(ofYear, inMonth, onDay)
  if (value === null) return wrong('errors.dateReal')
  return value < min || value > max ? wrong('errors.dateRange') : { value, why: null }
}

export const date: AnswerRow = {
  Answer: DateAnswer,
  weight: 2,
  range: rangeSaid,
  heard: () => [{ role: 'zone de saisie', texts: ['Jour', 'Mois', 'Année'] }],
  said: (question: Question, language) => dayInWords(question.value, language),
}
