/** What the questionnaire costs people, as a small gauge that turns warm. */
import { Link } from 'wouter'
import { tabHref } from './addresses.ts'
import type { DraftRoom } from './draft/useDraft.ts'
import { medianText } from './minutes.ts'
import { views } from './views.ts'

export function Gauge({ room }: { room: DraftRoom }) {
  const { minutes, allowed, isOver } = room.review.budget
  const share = Math.min(1, minutes.median / allowed)
  const text = `${medianText(room.review.budget)} sur ${allowed}`
  return (
    <div className="gauge" data-over={isOver || undefined}>
      <svg viewBox="0 0 80 8" aria-hidden="true">
        <rect width="80" height="8" rx="4" className="gauge-bed" />
        <rect width={80 * share} height="8" rx="4" className="gauge-fill" />
      </svg>
      <p>
        <b>{text}</b>
        <span className="visually-hidden"> pour répondre, la plupart du temps.</span>
        {isOver &&
          (views.controle ? <Link href={tabHref(room.slug, 'controle')}>trop long</Link> : <span>trop long</span>)}
      </p>
    </div>
  )
}
