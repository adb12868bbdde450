/** Before publication: what is to be fixed, what deserves a look, what is said about it, and the way to a second person. */
import type { DraftRoom } from '../draft/useDraft.ts'
import { Ask } from './Ask.tsx'
import { BudgetPanel } from './BudgetPanel.tsx'
import { Comments } from './Comments.tsx'
import { FindingList } from './FindingList.tsx'
import { Reasons } from './Reasons.tsx'
import { Review } from './Review.tsx'
import './review.css'

export function PublicationReview({ room }: { room: DraftRoom }) {
  const { review, draft, slug } = room
  const { toFix, toCheck, budget } = review
  return (
    <div className="publication-review">
      <div className="review-main">
        {draft?.state === 'review' && <Review room={room} draft={draft} />}
        <FindingList
          slug={slug}
          title="À corriger"
          kind="fix"
          findings={toFix}
          empty="Rien n’empêche de publier."
          lead="Tant qu’il en reste, le questionnaire ne peut pas être publié."
        />
        <FindingList
          slug={slug}
          title="À vérifier"
          kind="check"
          findings={toCheck}
          empty="Rien à vérifier."
          lead="Rien de tout cela n’empêche de publier : regardez, et décidez."
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
