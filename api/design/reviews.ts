/** Reviews that wait for this person: asked by somebody else, on a questionnaire they work on. */
import { frenchOf } from '../../surveys/elements.ts'
import type { Account } from '../accounts/account.ts'
import type { House } from '../house.ts'
import { draftShelf } from './drafts.ts'

export async function reviewsFor(
  house: House,
  me: Account,
): Promise<{ slug: string; title: string; byName: string }[]> {
  const drafts = await draftShelf(house).list()
  return drafts.flatMap(({ id: slug, value: { state, askedBy, questionnaire } }) => {
    const isMine = me.questionnaires === null || me.questionnaires.includes(slug)
    if (state !== 'review' || !askedBy || askedBy.login === me.login || !isMine) return []
    return [{ slug, title: frenchOf(questionnaire.title) || slug, byName: askedBy.name }]
  })
}
