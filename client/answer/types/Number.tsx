/** A whole number, typed. */
import { useState } from 'react'
import type { Key } from '../../words/speak.ts'
import { controlId, describedBy } from '../question/ids.ts'
import { noteUnfinished } from '../screens/unfinished.ts'
import type { AnswerProps, AnswerRow } from './answer.ts'

function NumberAnswer({ question, problem }: AnswerProps) {
  const [typed, setTyped] = useState(() => String(question.value ?? ''))
  return (
    <input
      className="field"
      type="text"
      id={controlId(question)}
      data-width="short"
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      placeholder={question.placeholder || undefined}
      value={typed}
      required={question.isRequired}
      aria-invalid={problem !== undefined}
      aria-describedby={describedBy(question, problem !== undefined)}
      onChange={({ target }) => {
        setTyped(target.value)
        const { value, why } = numberIn(target.value, question.min, question.max)
        noteUnfinished(question, why)
        question.value = value
      }}
    />
  )
}

/** @returns the whole number typed, if any, or the key of the words that say what is expected */
export function numberIn(typed: string, min?: number, max?: number): { value: number | undefined; why: Key | null } {
  const digits = typed.replace(/[\s\u00a0\u202f]/g, '')
  if (digits === '') return { value: undefined, why: null }
  if (!/^-?\d+$/.test(digits)) return { value: undefined, why: 'errors.number' }
  const value = Number(digits)
  const isOut = (min !== undefined && value < min) || (max !== undefined && value > max)
  // « 19 », on the way to a year: what a year looks like helps more than its bounds
  if (isOut && min !== undefined && min > 1_000 && digits.length < 4) return { value: undefined, why: 'errors.year' }
  if (isOut) return { value: undefined, why: min !== undefined && max !== undefined ? 'errors.range' : 'errors.number' }
  return { value, why: null }
}

export const number: AnswerRow = { Answer: NumberAnswer, single: 'zone de saisie', weight: 1, heard: () => [] }
