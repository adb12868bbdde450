/** « Effacer », asked before it is done: one touch beside « Reprendre » must not lose what somebody wrote. */
import { useState } from 'react'
import { useSay } from '../words/useSay.ts'
import { useHeldFocus } from './focus/useHeldFocus.ts'

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
export function Erase({ label, describedBy, kind, isBusy = false, ask, erase }: Props) {
  const say = useSay()
  const [isAsking, setIsAsking] = useState(false)
  // « Non, garder » once it is asked, then the first button again
  const part = useHeldFocus<HTMLDivElement>(isAsking, '.button:last-of-type')
  return (
    <div className="erase" ref={part}>
      {isAsking ? (
        <div className="sure stack" role="alert">
          <p>{ask?.really ?? say('kept.really')}</p>
          <div className="actions">
            <button type="button" className="button" data-kind="danger" disabled={isBusy} onClick={erase}>
              {ask?.yes ?? say('kept.eraseYes')}
            </button>
            <button type="button" className="button" onClick={() => setIsAsking(false)}>
              {say('children.no')}
            </button>
          </div>
        </div>
      ) : (
        <button
          type="button"
          className="button"
          data-kind={kind}
          aria-describedby={describedBy}
          disabled={isBusy}
          onClick={() => setIsAsking(true)}
        >
          {label}
        </button>
      )}
    </div>
  )
}
