/** « Effacer », asked before it is done: one touch beside « Reprendre » must not lose what somebody wrote. */
import { useState } from 'react'
import { useSay } from '../../words/useSay.ts'
import { useHeldFocus } from '../focus/useHeldFocus.ts'
import { Button } from './Button.tsx'
import { Sure } from './Sure.tsx'

type Props = {
  label: string
  describedBy?: string
  kind?: 'quiet'
  isBusy?: boolean
  /** What is asked, and the answer that does it, where it is not all answers that go. */
  ask?: { really: string; yes: string }
  erase: () => void
}

/** @param label of the first button, which asks */
export function Erase({ label, describedBy, kind, isBusy, ask, erase }: Props) {
  const say = useSay()
  const [isAsking, setIsAsking] = useState(false)
  // « Non, garder » once it is asked, then the first button again
  const part = useHeldFocus<HTMLDivElement>(isAsking, '.button:last-of-type')
  return (
    <div className="erase" ref={part}>
      {isAsking ? (
        <Sure
          really={ask?.really ?? say('kept.really')}
          yes={ask?.yes ?? say('kept.eraseYes')}
          no={say('children.no')}
          isBusy={isBusy}
          onYes={erase}
          onNo={() => setIsAsking(false)}
        />
      ) : (
        <Button kind={kind} aria-describedby={describedBy} disabled={isBusy} onClick={() => setIsAsking(true)}>
          {label}
        </Button>
      )}
    </div>
  )
}
