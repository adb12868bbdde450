/** Not sent yet: what happened, what is safe, what to do. It tries again by itself. */

import { type ReactNode, useEffect, useState } from 'react'
import { FocusedTitle } from '../../parts/focus/FocusedTitle.tsx'
import { Button } from '../../parts/forms/Button.tsx'
import { useSay } from '../../words/useSay.ts'
import { type Delivery, whenBack } from '../device/delivery.ts'

type Props = {
  delivery: Extract<Delivery, { outcome: 'waiting' }>
  /** The browser sends by itself, the page closed too. */
  sendsClosed: boolean
  isSending: boolean
  /** The twelve words stand below. */
  hasWords: boolean
  again: () => Promise<void>
  children?: ReactNode
}

export function Waiting({ delivery, sendsClosed, isSending, hasWords, again, children }: Props) {
  const say = useSay()
  /** Pressed, and nothing has left. */
  const [isTried, setTried] = useState(false)
  useEffect(() => whenBack(() => void again()), [again])
  const press = async () => {
    if (isSending) return
    setTried(false)
    await again()
    setTried(true)
  }
  const text = !delivery.isSaved ? 'waiting.notKept' : delivery.why === 'cut' ? 'waiting.text' : 'waiting.busy'
  return (
    <div className="stack message">
      <FocusedTitle>{say('waiting.title')}</FocusedTitle>
      <p>{say(text)}</p>
      {delivery.isSaved && (
        <p>
          {hasWords && (
            <>
              <b>{say('waiting.noteFirst')}</b>{' '}
            </>
          )}
          {say(sendsClosed ? 'waiting.closes' : 'waiting.keepOpen')}
        </p>
      )}
      <Button kind="main" aria-disabled={isSending || undefined} onClick={() => void press()}>
        {say(isSending ? 'answer.sending' : 'waiting.now')}
      </Button>
      <p role="status" className="end-long">
        {isTried && say('waiting.tried')}
      </p>
      {children}
    </div>
  )
}
