/** What waits for this person at the designer: reviews asked by others, and remarks on what they wrote last. */
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
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
): Promise<{ slug: string; title: string; count: number }[]> {
  const drafts = await draftsIn(context).list()
  return drafts.flatMap(({ id: slug, value: { state, updatedBy, comments, questionnaire } }) => {
    const count = comments.filter(({ by, settled }) => by !== me.login && !settled).length
    return state === 'draft' && updatedBy === me.login && count > 0
      ? [{ slug, title: frenchOf(questionnaire.title) || slug, count }]
      : []
  })
}
