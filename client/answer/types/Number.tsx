/** A whole number, typed. */
import { useState } from 'react'
import type { Question } from 'survey-core'
import { areYears } from '../../../surveys/types/range.ts'
import type { Key } from '../../words/speak.ts'
import { useLanguage, useSay } from '../../words/useSay.ts'
import { controlOf } from '../question/ids.ts'
import { rangeSaid } from '../question/range.ts'
import { begunIn, noteUnfinished } from '../screens/unfinished.ts'
import type { AnswerProps, AnswerRow } from './answer.ts'

function NumberAnswer({ question, problem }: AnswerProps) {
  const range = rangeSaid(question, useLanguage(), useSay())
  const [typed, setTyped] = useState(() => begunIn<string>(question) ?? String(question.value ?? ''))
  return (
    <input
      className="field"
      type="text"
      {...controlOf(question, problem, range)}
      data-width="short"
      data-figures
      inputMode="numeric"
      autoComplete="off"
      maxLength={12}
      placeholder={question.placeholder || undefined}
      value={typed}
      required={question.isRequired}
      onChange={({ target }) => {
        setTyped(target.value)
        const { value, why, beyond } = numberIn(target.value, question.min, question.max)
        noteUnfinished(question, target.value, why, { own: beyond ? saidBeyond(question, beyond) : null })
        question.value = value
      }}
    />
  )
}

type Typed = {
  value: number | undefined
  why: Key | null
  /** The bound that a whole number goes beyond. */
  beyond?: 'min' | 'max'
}

/** The digits of an Arabic or a Persian keyboard as 0 to 9. */
export const plainDigits = (typed: string): string =>
  typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/** @returns the whole number typed, if any, or the key of the words that say what is expected */
export function numberIn(typed: string, min?: number, max?: number): Typed {
  const digits = plainDigits(typed).replace(/[\s\u00a0\u202f]/g, '')
  if (digits === '') return { value: undefined, why: null }
  const isYear = areYears(min, max)
  if (!/^-?\d+$/.test(digits)) return { value: undefined, why: isYear ? 'errors.year' : 'errors.number' }
  const value = Number(digits)
  const isLow = min !== undefined && value < min
  if (!isLow && (max === undefined || value <= max)) return { value, why: null }
  // « 19 », on the way to a year: what a year looks like helps more than its bounds
  if (isYear && digits.length < 4) return { value: undefined, why: 'errors.year' }
  const why = min === undefined || max === undefined ? 'errors.number' : isYear ? 'errors.years' : 'errors.range'
  return { value: undefined, why, beyond: isLow ? 'min' : 'max' }
}

/** What its questionnaire says of a number too small, or too large; null where it says nothing. */
function saidBeyond(question: Question, bound: 'min' | 'max') {
  const text = question.getLocalizableString(`${bound}ErrorText`)
  return text && !text.isEmpty ? text : null
}

export const number: AnswerRow = {
  Answer: NumberAnswer,
  single: 'zone de saisie',
  weight: 1,
  range: rangeSaid,
  heard: () => [],
}
