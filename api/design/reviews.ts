/** What waits for this person at the designer: reviews asked by others, and remarks on what they wrote last. */
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import type { Comment } from '../wire/design.ts'
import { draftsIn } from './drafts.ts'

export async function reviewsFor(
  context: AppContext,
  me: Account,
): Promise<{ slug: string; title: string; byName: string }[]> {
  const drafts = await draftsIn(context).list()
  return drafts.flatMap(({ id: slug, value: { state, askedBy, questionnaire } }) => {
    const isMine = me.questionnaires === null || me.questionnaires.includes(slug)
    if (state !== 'review' || !askedBy || askedBy.login === me.login || !isMine) return []
    return [{ slug, title: frenchOf(questionnaire.title) || slug, byName: askedBy.name }]
  })
}

/** Remarks of others, not settled yet, on drafts this person was the last to change. */
export async function remarksFor(
  context: AppContext,
  me: Account,
): Promise<{ slug: string; title: string; count: number; returnedBy: string | null }[]> {
  const drafts = await draftsIn(context).list()
  return drafts.flatMap(({ id: slug, value: { state, updatedBy, comments, questionnaire } }) => {
    const waiting = comments.filter(({ by, settled }) => by !== me.login && !settled)
    const count = waiting.length
    return state === 'draft' && updatedBy === me.login && count > 0
      ? [{ slug, title: frenchOf(questionnaire.title) || slug, count, returnedBy: returnOf(waiting) }]
      : []
  })
}

/** Name of who sent it back last; null when nobody did. */
const returnOf = (comments: readonly Comment[]): string | null =>
  comments.findLast(({ isReturn }) => isReturn)?.byName ?? null
