/** « Effacer », asked before it is done: one touch beside « Reprendre » must not lose what somebody wrote. */
import { useState } from 'react'
import { useSay } from '../words/useSay.ts'
import { useHeldFocus } from './focus/useHeldFocus.ts'

type Props = { label: string; describedBy?: string; kind?: 'quiet'; isBusy?: boolean; erase: () => void }

/** @param label of the first button, which asks */
export function Erase({ label, describedBy, kind, isBusy = false, erase }: Props) {
  const say = useSay()
  const [isAsking, setIsAsking] = useState(false)
  // « Non, garder » once it is asked, then the first button again
  const part = useHeldFocus<HTMLDivElement>(isAsking, '.button:last-of-type')
  return (
    <div className="erase" ref={part}>
      {isAsking ? (
        <div className="sure stack" role="alert">
          <p>{say('kept.really')}</p>
          <div className="actions">
            <button type="button" className="button" data-kind="danger" disabled={isBusy} onClick={erase}>
              {say('kept.eraseYes')}
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
