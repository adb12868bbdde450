/** Put away, taken out again, thrown away: only what nobody answers any more, or nobody has answered yet. */
import type { Account } from '../accounts/account.ts'
import type { House } from '../house.ts'
import { Problem } from '../problems.ts'
import type { Standing } from '../questionnaires.ts'
import { draftShelf, isWritable, theDraft } from './drafts.ts'
import { standingShelf } from './sources.ts'

/** Throws a draft away; what was published stays. @throws Problem draft-unknown, in-review, changed-meanwhile */
export async function deleteDraft(house: House, me: Account, slug: string): Promise<void> {
  const { value, revision } = await theDraft(house, slug)
  isWritable(value)
  if (!(await draftShelf(house).remove(slug, revision))) throw new Problem('changed-meanwhile')
  await house.audit.record({ who: me.login, what: 'draft-deleted', about: slug })
}

/**
 * On trial, or closed for so long that nobody may correct an answer any more: archiving destroys withdrawal codes.
 *
 * @throws Problem not-published, still-open, changed-meanwhile
 */
export async function archive(house: House, me: Account, slug: string): Promise<void> {
  await change(house, slug, async (standing) => {
    if (standing.status === 'archived') return standing
    const isOver = standing.status === 'trial' || (await house.questionnaires.isFrozen(standing))
    if (!isOver) throw new Problem('still-open', await whenIsIt(house, standing))
    return { ...standing, status: 'archived', before: standing.status }
  })
  await house.audit.record({ who: me.login, what: 'archived', about: slug })
}

async function whenIsIt(house: House, standing: Standing) {
  const at = await house.questionnaires.freezesAt(standing)
  if (at === null) return []
  const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date(at))
  return [{ path: '', message: `Les personnes peuvent encore corriger ou retirer leur réponse jusqu’au ${day}.` }]
}

/** As it was when it was archived. @throws Problem not-published, changed-meanwhile */
export async function restore(house: House, me: Account, slug: string): Promise<void> {
  await change(house, slug, async ({ before = 'closed', ...standing }) =>
    standing.status === 'archived' ? { ...standing, status: before } : standing,
  )
  await house.audit.record({ who: me.login, what: 'unarchived', about: slug })
}

async function change(house: House, slug: string, edit: (standing: Standing) => Promise<Standing>): Promise<void> {
  const kept = await standingShelf(house).get(slug)
  if (!kept) throw new Problem('not-published')
  if ((await standingShelf(house).put(slug, await edit(kept.value), kept.revision)) === 'changed')
    throw new Problem('changed-meanwhile')
}
