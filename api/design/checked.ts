/** Reviews a draft beside the version people answer now. */
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import type * as wire from '../wire/design.ts'
import { type Draft, theDraft } from './drafts.ts'
import { missingPictures } from './pictures.ts'
import { standingsIn, startOf } from './sources.ts'

export async function reviewOf(context: AppContext, slug: string): Promise<wire.DraftReview> {
  return checked(context, slug, (await theDraft(context, slug)).value)
}

async function checked(context: AppContext, slug: string, draft: Draft): Promise<wire.DraftReview> {
  const standing = await standingsIn(context).get(slug)
  const previous = standing ? await startOf(context, slug, standing.value.version) : null
  return context.review.check({ questionnaire: draft.questionnaire, reasons: draft.reasons, previous })
}

/** @throws Problem gate-refused, with each issue to fix */
export async function passes(context: AppContext, slug: string, draft: Draft): Promise<void> {
  const { toFix } = await checked(context, slug, draft)
  const problems = [
    ...toFix.map(({ path, where, message }) => ({ path, message: where ? `${where}\u202f: ${message}` : message })),
    ...(await missingPictures(context, draft.questionnaire.definition)),
  ]
  if (problems.length > 0) throw new Problem('gate-refused', problems)
}
