/** What can be done with one's own answer: correct it where it can be read, withdraw it once it is confirmed. */
import { useState } from 'react'
import { useHeldFocus } from '../parts/focus/useHeldFocus.ts'
import { Button } from '../parts/forms/Button.tsx'
import { Sure } from '../parts/forms/Sure.tsx'
import { useSay } from '../words/useSay.ts'
import { useOwnSay } from './words.ts'

type Props = {
  /** Without it there is nothing to correct. */
  correct?: () => void
  withdraw: () => Promise<void>
}

export function OwnActions({ correct, withdraw }: Props) {
  const say = useSay()
  const sayOwn = useOwnSay()
  const [isAsking, setIsAsking] = useState(false)
  // « Non, garder » once it is asked, then « Retirer » again
  const part = useHeldFocus<HTMLDivElement>(isAsking, '.actions > :last-child')
  return (
    <div ref={part}>
      {isAsking ? (
        <Sure
          really={sayOwn('sure')}
          yes={sayOwn('yes')}
          no={sayOwn('no')}
          onYes={() => void withdraw()}
          onNo={() => setIsAsking(false)}
        />
      ) : (
        <div className="actions no-print">
          {correct && (
            <Button kind="main" onClick={correct}>
              {say('own.correct')}
            </Button>
          )}
          <Button onClick={() => setIsAsking(true)}>{sayOwn('withdraw')}</Button>
        </div>
      )}
    </div>
  )
}
