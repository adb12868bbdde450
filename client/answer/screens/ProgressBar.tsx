/** « Étape 3 sur 7 · environ 5 min », in words and as a line. */
import { useSay } from '../../words/useSay.ts'
import type { Progress } from './screens.ts'

export function ProgressBar({ progress }: { progress: Progress }) {
  const say = useSay()
  const { step, steps, share, minutesLeft } = progress
  return (
    <div className="progress">
      <p className="progress-words">
        <span>{say('answer.step', { step, steps })}</span>
        {share < 1 && <span>{say('answer.left', { minutes: minutesLeft })}</span>}
      </p>
      <progress className="progress-line" max={1} value={share} aria-label={say('answer.progress')} />
    </div>
  )
}
