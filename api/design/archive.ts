/** Archives, restores or deletes a questionnaire: only one that nobody answers any more, or nobody has answered yet. */
import { dayText } from '../../surveys/days.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import type { Standing } from '../questionnaires/questionnaires.ts'
import { draftsIn, isWritable, theDraft } from './drafts.ts'
import { standingsIn } from './sources.ts'

/** Throws a draft away; what was published stays. @throws Problem draft-unknown, in-review, changed-meanwhile */
export async function deleteDraft(context: AppContext, me: Account, slug: string): Promise<void> {
  const { value, revision } = await theDraft(context, slug)
  isWritable(value)
  if (!(await draftsIn(context).remove(slug, revision))) throw new Problem('changed-meanwhile')
  await context.audit.record({ who: me.login, what: 'draft-deleted', about: slug })
}

/**
 * On trial, or closed for so long that nobody may correct an answer any more: archiving destroys withdrawal codes.
 *
 * @throws Problem not-published, still-open, changed-meanwhile
 */
export async function archive(context: AppContext, me: Account, slug: string): Promise<void> {
  await change(context, slug, async (standing) => {
    if (standing.status === 'archived') return standing
    const isOver = standing.status === 'trial' || (await context.questionnaires.isFrozen(standing))
    if (!isOver) throw new Problem('still-open', await whenIsIt(context, standing))
    return { ...standing, status: 'archived', before: standing.status }
  })
  await context.audit.record({ who: me.login, what: 'archived', about: slug })
}

async function whenIsIt(context: AppContext, standing: Standing) {
  const at = await context.questionnaires.freezesAt(standing)
  if (at === null) return []
  return [
    { path: '', message: `Les personnes peuvent encore corriger ou retirer leur réponse jusqu’au ${dayText(at)}.` },
  ]
}

/** As it was when it was archived. @throws Problem not-published, changed-meanwhile */
export async function restore(context: AppContext, me: Account, slug: string): Promise<void> {
  await change(context, slug, async ({ before = 'closed', ...standing }) =>
    standing.status === 'archived' ? { ...standing, status: before } : standing,
  )
  await context.audit.record({ who: me.login, what: 'unarchived', about: slug })
}

async function change(
  context: AppContext,
  slug: string,
  edit: (standing: Standing) => Promise<Standing>,
): Promise<void> {
  const stored = await standingsIn(context).get(slug)
  if (!stored) throw new Problem('not-published')
  if ((await standingsIn(context).put(slug, await edit(stored.value), stored.revision)) === 'changed')
    throw new Problem('changed-meanwhile')
}
