/** Typing the twelve words: accents, capitals and the ends of words do not matter. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { codeLength, wordOf, wordsIn } from '../../surveys/answers/withdrawal-words.ts'
import { ResultsLine } from '../parts/ResultsLine.tsx'
import { useOwnSay } from './words.ts'

export function CodeForm({ isUnknown, open }: { isUnknown: boolean; open: (words: string[]) => void }) {
  const sayOwn = useOwnSay()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const words = wordsIn(typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = words.filter((word) => wordOf(word) === null)
    const why =
      wrong.length > 0
        ? sayOwn('wrong', { words: wrong.join(', ') })
        : words.length !== codeLength
          ? sayOwn('few', { count: words.length })
          : ''
    setProblem(why)
    if (why) field.current?.focus()
    else open(words.map((word) => wordOf(word)!))
  }
  return (
    <form className="stack message" noValidate onSubmit={submit}>
      <h1 ref={heading} tabIndex={-1}>
        {sayOwn(isUnknown ? 'none' : 'title')}
      </h1>
      {isUnknown && <p>{sayOwn('noneMore')}</p>}
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
          onChange={({ target }) => setTyped(target.value)}
        />
        <p id="words-count" className="question-help">
          {sayOwn('count', { count: words.length })}
        </p>
        <p id="words-problem" className="question-problem" role="alert">
          {problem}
        </p>
      </div>
      <button type="submit" className="button" data-kind="main">
        {sayOwn('open')}
      </button>
      <p>
        <ResultsLine slug={null} />
      </p>
    </form>
  )
}
