/** Before sending: nothing has left yet, or is mended yet; one may look at every answer again, and go back. */
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import type { Definition } from '../../../surveys/questionnaire/questionnaire.ts'
import type { Refusal } from '../../parts/api.ts'
import { Bold } from '../../parts/Bold.tsx'
import { Button } from '../../parts/forms/Button.tsx'
import { useIsShared } from '../../parts/shared.ts'
import { useSay } from '../../words/useSay.ts'
import { Why } from '../screens/Why.tsx'

/** A sending that takes longer says so. */
const longMs = 6_000

type Props = {
  ref: Ref<HTMLHeadingElement>
  definition: Definition
  refusal: Refusal | null
  title: string
  isCorrection: boolean
  /** Of a correction: nothing was changed yet. */
  isAsSent: boolean
  /** Not one question was answered: there is nothing to send. */
  isNothing: boolean
  isSending: boolean
  /** This device holds the answers: the page may be closed. */
  isHeld: boolean
  /** By the short door: what is left to ask, and the way there. */
  rest: { minutes: number; goOn: () => void } | null
  /** The list of answers is unfolded: the person comes back to it. */
  isOpen: boolean
  /** Questions left without an answer, and the way to the first of them. */
  blank: { count: number; answer: () => void }
  /** The answers, as a list. */
  children: ReactNode
}

export function End({
  ref,
  definition,
  refusal,
  title,
  isCorrection,
  isAsSent,
  isNothing,
  isSending,
  isHeld,
  isOpen,
  rest,
  blank,
  children,
}: Props) {
  const say = useSay()
  const isLong = useIsLong(isSending)
  const why = useRef<HTMLDivElement>(null)
  // beside the button that was pressed, in sight whatever is unfolded
  useEffect(() => {
    if (!refusal) return
    why.current?.focus({ preventScroll: true })
    why.current?.scrollIntoView({ block: 'center' })
  }, [refusal])
  if (isNothing)
    return (
      <div className="stack message">
        <h1 ref={ref} tabIndex={-1}>
          {title}
        </h1>
      </div>
    )
  return (
    <div className="stack message">
      <h1 ref={ref} tabIndex={-1}>
        <Bold text={title} />
      </h1>
      <p>{say(isAsSent ? 'own.chooseText' : isCorrection ? 'own.end' : 'answer.end.text')}</p>
      <p role="status" className="end-long">
        {isLong && say(isHeld ? 'answer.end.long' : 'answer.end.longOpen')}
      </p>
      {rest && (
        <section className="end-rest">
          <h2>{say('answer.end.more')}</h2>
          <p>
            {say('answer.end.moreText', { minutes: rest.minutes })} {!isCorrection && say('answer.end.moreElse')}
          </p>
          <Button disabled={isSending} onClick={rest.goOn}>
            {say('answer.end.goOn')}
          </Button>
        </section>
      )}
      {!isCorrection && blank.count > 0 && (
        <button type="button" className="button end-blank" disabled={isSending} onClick={blank.answer}>
          {say('answer.end.blank', { count: blank.count })}
        </button>
      )}
      {isCorrection ? (
        children
      ) : (
        <details className="end-review" open={isOpen}>
          <summary>{say('answer.end.review')}</summary>
          {children}
        </details>
      )}
      {refusal && (
        <div className="problems" role="alert" ref={why} tabIndex={-1}>
          <Why definition={definition} code={refusal.code} paths={refusal.problems.map(({ path }) => path)} />
        </div>
      )}
    </div>
  )
}

/** What the last screen is headed by. */
export const endTitle = ({
  isNothing,
  isAsSent,
  isShort,
}: {
  isNothing: boolean
  isAsSent: boolean
  isShort: boolean
}) =>
  isNothing ? 'answer.end.nothing' : isAsSent ? 'own.choose' : isShort ? 'answer.end.shortTitle' : 'answer.end.title'

function useIsLong(isSending: boolean): boolean {
  const isShared = useIsShared()
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    setIsLong(false)
    if (!isSending || isShared) return
    const timer = setTimeout(() => setIsLong(true), longMs)
    return () => clearTimeout(timer)
  }, [isSending, isShared])
  return isLong
}
