/** A draft before the gate, beside the version people answer now. */
import type { House } from '../house.ts'
import { Problem } from '../problems.ts'
import type * as wire from '../wire-design.ts'
import { type Draft, theDraft } from './drafts.ts'
import { standingShelf, startOf } from './sources.ts'

export async function gateOf(house: House, slug: string): Promise<wire.Gate> {
  return checked(house, slug, (await theDraft(house, slug)).value)
}

async function checked(house: House, slug: string, draft: Draft): Promise<wire.Gate> {
  const standing = await standingShelf(house).get(slug)
  const previous = standing ? await startOf(house, slug, standing.value.version) : null
  return house.gate.check({ questionnaire: draft.questionnaire, reasons: draft.reasons, previous })
}

/** @throws Problem gate-refused, with each finding that stops */
export async function passes(house: House, slug: string, draft: Draft): Promise<void> {
  const { toFix } = await checked(house, slug, draft)
  if (toFix.length > 0)
    throw new Problem(
      'gate-refused',
      toFix.map(({ path, where, message }) => ({ path, message: where ? `${where}\u202f: ${message}` : message })),
    )
}
