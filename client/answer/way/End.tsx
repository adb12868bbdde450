/** Before sending: nothing has left yet, or is mended yet, and one may still go back. */
import type { Ref } from 'react'
import type { Definition } from '../../../surveys/questionnaire/questionnaire.ts'
import type { Refusal } from '../../parts/api.ts'
import { useSay } from '../../words/useSay.ts'
import { Why } from '../screens/Why.tsx'

type Props = {
  ref: Ref<HTMLHeadingElement>
  definition: Definition
  refusal: Refusal | null
  isCorrection: boolean
}

export function End({ ref, definition, refusal, isCorrection }: Props) {
  const say = useSay()
  return (
    <div className="stack message">
      {refusal && (
        <div className="problems" role="alert">
          <Why definition={definition} code={refusal.code} paths={refusal.problems.map(({ path }) => path)} />
        </div>
      )}
      <h1 ref={ref} tabIndex={-1}>
        {say('answer.end.title')}
      </h1>
      <p>{say(isCorrection ? 'own.end' : 'answer.end.text')}</p>
    </div>
  )
}
