/** Short texts, whole numbers and a few lines. */
import { useState } from 'react'
import type { Key } from '../../words/speak.ts'
import { useSay } from '../../words/useSay.ts'
import { noteUnfinished } from '../screens/unfinished.ts'
import type { AnswerProps } from './answer-props.ts'
import { controlId, describedBy } from './ids.ts'

export function TextAnswer({ question, problem }: AnswerProps) {
  const isNumber = question.inputType === 'number'
  const [typed, setTyped] = useState(() => String(question.value ?? ''))
  return (
    <input
      className="field"
      type="text"
      id={controlId(question)}
      data-width={isNumber ? 'short' : undefined}
      inputMode={isNumber ? 'numeric' : undefined}
      autoComplete="off"
      maxLength={isNumber ? 12 : question.maxLength}
      placeholder={question.placeholder || undefined}
      value={isNumber ? typed : (question.value ?? '')}
      required={question.isRequired}
      aria-invalid={problem !== undefined}
      aria-describedby={describedBy(question, problem !== undefined)}
      onChange={({ target }) => {
        if (!isNumber) {
          question.value = target.value === '' ? undefined : target.value
          return
        }
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
  if (isOut) return { value: undefined, why: min !== undefined && max !== undefined ? 'errors.range' : 'errors.number' }
  return { value, why: null }
}

export function CommentAnswer({ question, problem }: AnswerProps) {
  const say = useSay()
  const text: string = question.value ?? ''
  const left = question.maxLength - text.length
  return (
    <>
      <textarea
        className="field"
        id={controlId(question)}
        rows={4}
        autoComplete="off"
        maxLength={question.maxLength}
        value={text}
        required={question.isRequired}
        aria-invalid={problem !== undefined}
        aria-describedby={describedBy(question, problem !== undefined)}
        onChange={({ target }) => {
          question.value = target.value === '' ? undefined : target.value
        }}
      />
      {left < 100 && (
        <p className="question-help" role="status">
          {say('answer.characters', { left })}
        </p>
      )}
    </>
  )
}
