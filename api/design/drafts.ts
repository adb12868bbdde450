/** Drafts, one a questionnaire: nobody's work is written over without their being told. */
import { isSlug } from '../../surveys/questionnaire/slug.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import type { Kept } from '../store/store.ts'
import type * as wire from '../wire/design.ts'

/** DocumentCollection `drafts`, by slug. */
export type Draft = wire.Draft & {
  /** Grows with the questionnaire, its reasons and what is asked for it; a comment leaves it as it is. */
  edition: number
}

export const draftShelf = ({ store }: AppContext) => store.collection<Draft>('drafts')

export const draftOf = async (context: AppContext, slug: string): Promise<Kept<Draft> | null> =>
  isSlug(slug) ? draftShelf(context).get(slug) : null

/** @throws Problem draft-unknown */
export async function theDraft(context: AppContext, slug: string): Promise<Kept<Draft>> {
  const kept = await draftOf(context, slug)
  if (!kept) throw new Problem('draft-unknown')
  return kept
}

/**
 * Changes a draft; `edit` runs again when another instance changed it meanwhile, and throws what stands against it.
 *
 * @throws Problem draft-unknown
 */
export async function changeDraft(context: AppContext, slug: string, edit: (draft: Draft) => Draft): Promise<Draft> {
  for (;;) {
    const { value, revision } = await theDraft(context, slug)
    const next = edit(value)
    if ((await draftShelf(context).put(slug, next, revision)) !== 'changed') return next
  }
}

/** @throws Problem changed-meanwhile, with who and when, unless the person has seen what stands there now */
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

const hourOf = (iso: string) =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' })
    .formatToParts(new Date(iso))
    .map(({ type, value }) => (type === 'literal' && value === ':' ? '\u00a0h\u00a0' : value))
    .join('')
    .replace(/^/, 'le ')
