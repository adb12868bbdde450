/** Drafts, one a questionnaire: a save over somebody else's work is refused, with who saved meanwhile. */

import { dayText, hourText } from '../../surveys/days.ts'
import { isSlug } from '../../surveys/questionnaire/slug.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'
import type { Stored } from '../store/store.ts'
import type { Draft } from './collections.ts'

export type { Draft }

export const draftsIn = ({ store }: AppContext) => store.collection(collections.drafts)

export const draftOf = async (context: AppContext, slug: string): Promise<Stored<Draft> | null> =>
  isSlug(slug) ? draftsIn(context).get(slug) : null

/** @throws Problem draft-unknown */
export async function theDraft(context: AppContext, slug: string): Promise<Stored<Draft>> {
  const stored = await draftOf(context, slug)
  if (!stored) throw new Problem('draft-unknown')
  return stored
}

/**
 * Changes a draft; `edit` runs again when another instance changed it meanwhile, and throws what stands against it.
 *
 * @throws Problem draft-unknown
 */
export async function changeDraft(context: AppContext, slug: string, edit: (draft: Draft) => Draft): Promise<Draft> {
  if (!isSlug(slug)) throw new Problem('draft-unknown')
  const changed = await draftsIn(context).update(slug, (draft) => {
    if (draft === null) throw new Problem('draft-unknown')
    return edit(draft)
  })
  return changed!.value
}

/** @throws Problem changed-meanwhile, with who and when, unless the person has seen what is there now */
export function sameEdition({ edition, updatedByName, updatedAt }: Draft, seen: number): void {
  if (edition === seen) return
  throw new Problem('changed-meanwhile', [
    { path: '', message: `${updatedByName} a enregistré ce questionnaire ${hourOf(updatedAt)}.` },
  ])
}

/** @throws Problem in-review */
export function isWritable({ state }: Draft): void {
  if (state !== 'draft') throw new Problem('in-review')
}

const hourOf = (iso: string) => `le ${dayText(iso)} à ${hourText(iso)}`
