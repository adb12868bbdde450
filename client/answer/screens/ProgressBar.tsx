/** « Étape 3 sur 7 · 5 min au plus », in words and as a line. */
import { useRef } from 'react'
import { useSay } from '../../words/useSay.ts'
import type { Position, Progress } from './progress.ts'

/** The words of the place, for whoever comes to a new heading. */
export const progressId = 'progress-words'

/**
 * @param progress null where there is no way to go: an answer is corrected
 * @param words of the place, as `useStepWords` says them
 */
export function ProgressBar({ progress, words }: { progress: Progress | null; words: string }) {
  const say = useSay()
  const { part = 'end', share = 0, minutesLeft: to = 0, leastMinutes: from } = progress ?? {}
  return (
    <div className="progress">
      <p className="progress-words" id={progressId}>
        <span>{words}</span>
        {part !== 'end' && <span>{from ? say('home.span', { from, to }) : say('answer.left', { minutes: to })}</span>}
      </p>
      {progress && <progress className="progress-line" max={1} value={share} aria-label={say('answer.progress')} />}
    </div>
  )
}

/** « Étape 3 sur 7 », « Étape 5 sur 5 · 1 sur 3 », « Enfant 1 · question 3 sur 8 », « En plus · 1 sur 4 »; without a total that answers may still change. */
export function useStepWords({ part, step, steps, within }: Progress, child: string | null): string {
  const say = useSay()
  if (part === 'end') return say('answer.reviewStep')
  const { at = 0, of = null } = within ?? {}
  if (child !== null)
    return `${child} · ${of === null ? say('answer.questionOpen', { at }) : say('answer.question', { at, of })}`
  const place =
    steps === null
      ? say(part === 'optional' ? 'answer.bonusStepOpen' : 'answer.stepOpen', { step })
      : say(part === 'optional' ? 'answer.bonusStep' : 'answer.step', { step, steps })
  return of === null || steps === null ? place : `${place} · ${say('answer.within', { at, of })}`
}

/** Whoever goes on, or stays while questions appear, never sees the line go back: it does for those who do. */
export function useOnward(position: Position, at: number, progress: Progress): Progress {
  const furthest = useRef({ position, part: progress.part, at, share: 0 })
  const { part } = progress
  const before = furthest.current
  const isOnward = before.position === position && before.part === part && at >= before.at
  const share = isOnward ? Math.max(before.share, progress.share) : progress.share
  furthest.current = { position, part, at, share }
  return share === progress.share ? progress : { ...progress, share }
}
