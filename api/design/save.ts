/** Writing in a draft: the questionnaire, the reasons, who has read it over. */
import { digestOf } from '../../surveys/edit/read-over.ts'
import { textsOf } from '../../surveys/edit/texts.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import type * as wire from '../wire/design.ts'
import { changeDraft, type Draft, isWritable, sameEdition } from './drafts.ts'

const by = (context: AppContext, me: Account) => ({
  updatedBy: me.login,
  updatedByName: me.name,
  updatedAt: context.now().toISOString(),
})

/** @throws Problem draft-unknown, in-review, changed-meanwhile, draft-refused */
export async function saveDraft(
  context: AppContext,
  me: Account,
  slug: string,
  seen: number,
  questionnaire: Questionnaire,
): Promise<wire.Saved> {
  if (questionnaire.slug !== slug)
    throw new Problem('draft-refused', [
      { path: 'slug', message: 'Le code d’un questionnaire ne change pas : en faire une copie sous un autre code.' },
    ])
  const { edition } = await changeDraft(context, slug, (draft) => {
    sameEdition(draft, seen)
    isWritable(draft)
    return { ...draft, ...by(context, me), questionnaire, edition: draft.edition + 1 }
  })
  return { revision: edition }
}

/** @throws Problem draft-unknown, in-review (for reasons: they lift what stopped it) */
export async function saveNotes(
  context: AppContext,
  me: Account,
  slug: string,
  { reasons, readOver }: wire.DraftNotes,
): Promise<wire.Saved> {
  const { edition } = await changeDraft(context, slug, (draft) => {
    if (reasons) isWritable(draft)
    return {
      ...draft,
      ...(reasons ? { reasons, edition: draft.edition + 1 } : {}),
      ...(readOver ? { readOver: readBy(draft, readOver, me, context.now()) } : {}),
    }
  })
  return { revision: edition }
}

function readBy(
  draft: Draft,
  given: NonNullable<wire.DraftNotes['readOver']>,
  me: Account,
  now: Date,
): Draft['readOver'] {
  const readOver = { ...draft.readOver }
  const rows = textsOf(draft.questionnaire)
  for (const [language, read] of Object.entries(given) as [keyof typeof given, { names: string }][]) {
    if (read.names === '') delete readOver[language]
    else readOver[language] = { names: read.names, at: now.toISOString(), by: me.login, of: digestOf(rows, language) }
  }
  return readOver
}
