/** A draft before the gate, beside the version people answer now. */
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import type * as wire from '../wire/design.ts'
import { type Draft, theDraft } from './drafts.ts'
import { standingShelf, startOf } from './sources.ts'

export async function gateOf(context: AppContext, slug: string): Promise<wire.Gate> {
  return checked(context, slug, (await theDraft(context, slug)).value)
}

async function checked(context: AppContext, slug: string, draft: Draft): Promise<wire.Gate> {
  const standing = await standingShelf(context).get(slug)
  const previous = standing ? await startOf(context, slug, standing.value.version) : null
  return context.gate.check({ questionnaire: draft.questionnaire, reasons: draft.reasons, previous })
}

/** @throws Problem gate-refused, with each finding that stops */
export async function passes(context: AppContext, slug: string, draft: Draft): Promise<void> {
  const { toFix } = await checked(context, slug, draft)
  if (toFix.length > 0)
    throw new Problem(
      'gate-refused',
      toFix.map(({ path, where, message }) => ({ path, message: where ? `${where}\u202f: ${message}` : message })),
    )
}
