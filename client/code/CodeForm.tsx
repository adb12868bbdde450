/** Typing the twelve words: accents, capitals and the ends of words do not matter. */

import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { codeLength, wordOf, wordsIn } from '../../surveys/answers/withdrawal-words.ts'
import { FocusedTitle } from '../parts/focus/FocusedTitle.tsx'
import { Button } from '../parts/forms/Button.tsx'
import { useOwnSay } from './words.ts'

type Props = {
  title: string
  /** The words typed before led to nothing, and why: until others are found wrong. */
  verdict: { title: string; why: string } | null
  /** What was typed before: it is put right where it is wrong, not typed again. */
  typed?: string | undefined
  /** The button. */
  label: string
  open: (words: string[]) => void
  /** Where else one may want to go. */
  children?: ReactNode
}

export function CodeForm({ title, verdict, typed: before = '', label, open, children }: Props) {
  const sayOwn = useOwnSay()
  const [typed, setTyped] = useState(before)
  const [problem, setProblem] = useState('')
  const [isJudged, setJudged] = useState(verdict !== null)
  const field = useRef<HTMLTextAreaElement>(null)
  const words = wordsIn(typed)
  const problemOf = (words: string[]): string => {
    const wrong = words.filter((word) => wordOf(word) === null)
    if (wrong.length > 0) return sayOwn('wrong', { words: wrong.join(', '), count: wrong.length })
    return words.length === codeLength ? '' : sayOwn('few', { count: words.length })
  }
  const type = (text: string) => {
    setTyped(text)
    // « Il faut 12 mots ; il y en a 11 » stayed above « 12 mots sur 12 »
    if (problemOf(wordsIn(text)) === '') setProblem('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = problemOf(words)
    setProblem(found)
    if (found) {
      setJudged(false)
      field.current?.focus()
    } else open(words.map((word) => wordOf(word)!))
  }
  return (
    <form className="stack message" noValidate onSubmit={submit}>
      <FocusedTitle>{isJudged && verdict ? verdict.title : title}</FocusedTitle>
      {isJudged && verdict && <p>{verdict.why}</p>}
      <p>{sayOwn('lead')}</p>
      <div className="stack">
        <label htmlFor="words">
          <b>{sayOwn('field')}</b>
        </label>
        <textarea
          id="words"
          ref={field}
          className="field"
          lang="fr"
          dir="ltr"
          rows={4}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          value={typed}
          aria-invalid={problem !== ''}
          aria-describedby={problem ? 'words-problem words-count' : 'words-count'}
          onChange={({ target }) => type(target.value)}
        />
        <p id="words-count" className="question-help">
          {sayOwn('count', { count: words.length })}
        </p>
        <p id="words-problem" className="question-problem" role="alert">
          {problem}
        </p>
      </div>
      <Button type="submit" kind="main">
        {label}
      </Button>
      {children}
    </form>
  )
}
