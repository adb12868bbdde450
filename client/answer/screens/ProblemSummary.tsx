/** What is to be looked at before going on, each line leading to its question. */
import type { Ref } from 'react'
import type { Question } from 'survey-core'
import { Bold } from '../../parts/Bold.tsx'
import { useSay } from '../../words/useSay.ts'

type Props = {
  ref: Ref<HTMLDivElement>
  /** Sentences by question id; under '' one that belongs to no question of this screen. */
  problems: Map<string, string>
  questions: Question[]
}

export function ProblemSummary({ ref, problems, questions }: Props) {
  const say = useSay()
  return (
    <div className="problems" ref={ref} tabIndex={-1} role="alert">
      <p className="problems-title">
        <span className="visually-hidden">{say('errors.prefix')} </span>
        {say('errors.title')}
      </p>
      <ul>
        {[...problems].map(([id, problem]) => (
          <li key={id}>
            {id === '' ? (
              problem
            ) : (
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusOn(id)
                }}
              >
                <Bold text={questions.find((question) => question.id === id)?.locTitle.textOrHtml ?? ''} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function focusOn(id: string) {
  const block = document.getElementById(id)
  const control = block?.querySelector<HTMLElement>('input, select, textarea, button, [tabindex="0"]')
  control?.focus()
  block?.scrollIntoView({ block: 'start' })
}
