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
  const { part = 'end', share = 0, minutesLeft: to = 0, leastMinutes: from, children } = progress ?? {}
  const whose = children && say(children === 'two' ? 'answer.forTwo' : 'answer.forThese')
  const most = [say('answer.left', { minutes: to }), whose].filter(Boolean).join(' ')
  return (
    <div className="progress">
      <p className="progress-words" id={progressId}>
        <span>{words}</span>
        {part !== 'end' && <span>{from ? say('home.span', { from, to }) : most}</span>}
      </p>
      {progress && <progress className="progress-line" max={1} value={share} aria-label={say('answer.progress')} />}
    </div>
  )
}

/** « Étape 3 sur 7 », « Étape 5 sur 5 · question 1 sur 3 », « Enfant 1 · questions 3 à 5 sur 8 au plus »; without a total that is not known yet. */
export function useStepWords({ part, step, steps, within }: Progress, child: string | null): string {
  const say = useSay()
  if (part === 'end') return say('answer.reviewStep')
  const place =
    child ??
    (steps === null
      ? say(part === 'optional' ? 'answer.bonusStepOpen' : 'answer.stepOpen', { step })
      : say(part === 'optional' ? 'answer.bonusStep' : 'answer.step', { step, steps }))
  if (within === null) return place
  const { at, to, of, isMost } = within
  const one = of === null ? 'answer.questionOpen' : isMost ? 'answer.questionMost' : 'answer.question'
  const some = of === null ? 'answer.questionsOpen' : isMost ? 'answer.questionsMost' : 'answer.questions'
  const places = say(to === at + 1 ? 'answer.two' : 'answer.range', { at, to })
  const question = say(to > at ? some : one, { at, places, of: of ?? '' })
  return `${place} · ${question}`
}

/** `rest`: what is ahead, in any unit. */
type Mark = { shown: number; rest: number }

/**
 * Whoever goes on never sees the line go back, whatever an answer adds: what is left of the line then stands for what is ahead. It
 * goes back to where it was as a screen came, for who changes an answer there, and for those who go back.
 *
 * @param key of the screen: that of a child who is added stands where the cards did
 */
export function useOnward(position: Position, at: number, key: string | undefined, progress: Progress): Progress {
  const { part } = progress
  const own: Mark = { shown: progress.share, rest: 1 - progress.share }
  const last = useRef({ position, part, at, key, from: own, came: own, now: own })
  /** By screen, what the line showed as it came, and as it was left: who comes back there may answer otherwise. */
  const seen = useRef(new Map<string | undefined, { came: number; now: Mark }>())
  const before = last.current
  const along = ({ shown, rest }: Mark) => (rest === 0 ? 1 : 1 - ((1 - shown) * own.rest) / rest)
  const show = (shown: number) => (shown === progress.share ? progress : { ...progress, share: shown })
  if (before.position !== position) seen.current.clear()
  const known = seen.current.get(key)
  if (before.position !== position || before.part !== part || at < before.at) {
    const now = known ? { ...own, shown: Math.max(0, along(known.now)) } : own
    const came = { ...own, shown: Math.min(now.shown, known?.came ?? now.shown) }
    seen.current.set(key, { came: came.shown, now })
    last.current = { position, part, at, key, from: now, came, now }
    return show(now.shown)
  }
  const isStaying = at === before.at && key === before.key
  const came = isStaying ? before.came : before.now
  const isAhead = along(before.from) >= came.shown
  const from = isAhead ? before.from : { ...came, rest: Math.max(came.rest, own.rest) }
  // whoever went to look at something and comes back with as much left stands where they stood
  const stood = known?.now.rest === own.rest ? known.now.shown : 0
  const shown = Math.max(came.shown, along(from), stood)
  const now = { shown, rest: own.rest }
  seen.current.set(key, { came: (isStaying ? known?.came : undefined) ?? came.shown, now })
  last.current = { position, part, at, key, from: isStaying ? before.from : from, came, now }
  return show(shown)
}
