/** Before publication: what is to be fixed, what deserves a look, what is said about it, and the way to a second person. */
import { useEffect } from 'react'
import { Link } from 'wouter'
import type { DraftRoom } from '../draft/useDraft.ts'
import { hereMs, isTyping } from '../draft/usePresence.ts'
import { Ask } from './Ask.tsx'
import { BudgetPanel } from './BudgetPanel.tsx'
import { Comments } from './Comments.tsx'
import { FindingList } from './FindingList.tsx'
import { Reasons } from './Reasons.tsx'
import { Review } from './Review.tsx'
import './review.css'

export function PublicationReview({ room }: { room: DraftRoom }) {
  const { review, draft, slug, toOpen, refresh } = room
  const { toFix, toCheck, budget } = review
  const isWaiting = toOpen.length > 0
  // an account opened, an address filled in elsewhere: it leaves the list by itself
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !isTyping()) void refresh().catch(() => {})
    }, hereMs)
    return () => clearInterval(timer)
  }, [isWaiting, refresh])
  return (
    <div className="publication-review">
      <div className="review-main">
        {draft?.state === 'review' && <Review room={room} draft={draft} />}
        <FindingList
          slug={slug}
          title="À corriger"
          kind="fix"
          findings={toFix}
          empty={
            draft === null || draft.state === 'review'
              ? 'Rien à corriger.'
              : toOpen.length === 0
                ? 'Rien n’empêche de demander la relecture.'
                : 'Rien n’empêche de l’ouvrir à l’essai.'
          }
          lead="Tant qu’il en reste, la relecture ne peut pas être demandée."
        />
        {toOpen.length > 0 && <BeforeOpening toOpen={toOpen} />}
        <FindingList
          slug={slug}
          title="À vérifier"
          kind="check"
          findings={toCheck}
          empty="Rien à vérifier."
          lead={draft === null ? '' : 'Rien de tout cela n’empêche d’approuver : regardez, et décidez.'}
        />
        <Comments room={room} />
      </div>
      <div className="review-side">
        <BudgetPanel budget={budget} />
        {draft && <Reasons room={room} draft={draft} />}
        {draft?.state === 'draft' && <Ask room={room} />}
      </div>
    </div>
  )
}

/** Said before somebody asks: the request would be refused. */
function BeforeOpening({ toOpen }: Pick<DraftRoom, 'toOpen'>) {
  return (
    <section className="review-list" data-kind="fix" aria-labelledby="review-open">
      <h2 id="review-open">
        Avant d’ouvrir pour de bon <span className="review-number">{toOpen.length}</span>
      </h2>
      <ul>
        {toOpen.map(({ text, link, linkText }) => (
          <li key={text}>
            <p>{text}</p>
            <Link href={link}>{linkText}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
