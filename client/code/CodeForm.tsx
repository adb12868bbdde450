/** Typing the twelve words: accents, capitals and the ends of words do not matter. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { codeLength, wordOf, wordsIn } from '../../surveys/answers/withdrawal-words.ts'
import { ResultsLine } from '../parts/ResultsLine.tsx'
import { useSay } from '../words/useSay.ts'

export function CodeForm({ isUnknown, open }: { isUnknown: boolean; open: (words: string[]) => void }) {
  const say = useSay()
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
        ? say('own.wrong', { words: wrong.join(', ') })
        : words.length !== codeLength
          ? say('own.few', { count: words.length })
          : ''
    setProblem(why)
    if (why) field.current?.focus()
    else open(words.map((word) => wordOf(word)!))
  }
  return (
    <form className="stack message" noValidate onSubmit={submit}>
      <h1 ref={heading} tabIndex={-1}>
        {say(isUnknown ? 'own.none' : 'own.title')}
      </h1>
      {isUnknown && <p>{say('own.noneMore')}</p>}
      <p>{say('own.lead')}</p>
      <div className="stack">
        <label htmlFor="words">
          <b>{say('own.field')}</b>
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
          {say('own.count', { count: words.length })}
        </p>
        <p id="words-problem" className="question-problem" role="alert">
          {problem}
        </p>
      </div>
      <button type="submit" className="button" data-kind="main">
        {say('own.open')}
      </button>
      <p>
        <ResultsLine slug={null} />
      </p>
    </form>
  )
}
