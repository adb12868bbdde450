/** Before sending: nothing has left yet, and one may still go back. */
import type { Ref } from 'react'
import type { Refusal } from '../api.ts'
import { useSay } from '../words/useSay.ts'

export function End({ ref, refusal }: { ref: Ref<HTMLHeadingElement>; refusal: Refusal | null }) {
  const say = useSay()
  return (
    <div className="stack message">
      {refusal && (
        <div className="problems" role="alert">
          <p className="problems-title">{say('refused.title')}</p>
          <p>{refusal.message}</p>
          {refusal.problems.length > 0 && (
            <ul>
              {refusal.problems.map(({ path, message }) => (
                <li key={path}>{message}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <h1 ref={ref} tabIndex={-1}>
        {say('answer.end.title')}
      </h1>
      <p>{say('answer.end.text')}</p>
    </div>
  )
}
