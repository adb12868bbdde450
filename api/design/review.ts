/** From draft to review and back: asked for, commented on, returned. */
import { randomUUID } from 'node:crypto'
import { endOfDay } from '../../surveys/days.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { mayOpen } from '../questionnaires/live.ts'
import { valuesFor } from '../questionnaires/parameter-values.ts'
import type * as wire from '../wire/design.ts'
import { passes } from './checked.ts'
import { changeDraft, type Draft, isWritable, sameEdition, theDraft } from './drafts.ts'
import { nextValues } from './next.ts'
import { standingsIn } from './sources.ts'

const mostComments = 200

/** @throws Problem in-review, changed-meanwhile, questionnaire-archived, gate-refused, date-past, live-missing */
export async function askReview(
  context: AppContext,
  me: Account,
  slug: string,
  seen: number,
  asked: wire.Opening | null,
): Promise<wire.Saved> {
  const { value: draft } = await theDraft(context, slug)
  sameEdition(draft, seen)
  isWritable(draft)
  const standing = await standingsIn(context).get(slug)
  if (standing?.value.status === 'archived') throw new Problem('questionnaire-archived')
  await passes(context, slug, draft)
  // a questionnaire people already answer does not change status
  const opening = standing ? null : (asked ?? { as: 'trial' as const, closesAt: null })
  if (opening) await mayBegin(context, draft, opening)
  else await nextValues(context, draft.questionnaire, standing?.value ?? null, null)
  const askedBy = { login: me.login, name: me.name, at: context.now().toISOString() }
  const { edition } = await changeDraft(context, slug, (now) => {
    sameEdition(now, seen)
    isWritable(now)
    return { ...now, state: 'review', opening, askedBy, edition: now.edition + 1 }
  })
  await context.audit.record({ who: me.login, what: 'review-asked', about: slug, details: wordsOf(opening) })
  return { revision: edition }
}

const wordsOf = (opening: wire.Opening | null): Record<string, string> =>
  opening === null
    ? {}
    : {
        ouverture: opening.as === 'open' ? 'pour de bon' : 'à l’essai',
        ...(opening.closesAt ? { 'dernier jour': opening.closesAt } : {}),
      }

/** A trial may begin as it is; what counts needs all that opening asks. @throws Problem form-refused, date-past, live-missing */
export async function mayBegin(
  context: AppContext,
  { questionnaire }: Draft,
  { as, closesAt }: wire.Opening,
): Promise<void> {
  if (closesAt !== null && endOfDay(closesAt) <= context.now().toISOString()) throw new Problem('date-past')
  if (as === 'trial') return
  if (closesAt === null)
    throw new Problem('form-refused', [{ path: 'closesAt', message: 'Choisissez le dernier jour pour répondre.' }])
  await mayOpen(context, questionnaire, await valuesFor(context, questionnaire.slug, closesAt), closesAt)
}

/** @throws Problem draft-unknown, not-in-review */
export async function unaskReview(context: AppContext, me: Account, slug: string): Promise<wire.Saved> {
  const { edition } = await changeDraft(context, slug, back)
  await context.audit.record({ who: me.login, what: 'review-withdrawn', about: slug })
  return { revision: edition }
}

/** Sent back by whoever reads it, with a word. @throws Problem draft-unknown, not-in-review */
export async function returnDraft(context: AppContext, me: Account, slug: string, text: string): Promise<wire.Saved> {
  const { edition } = await changeDraft(context, slug, (draft) => withComment(back(draft), context, me, '', text, true))
  await context.audit.record({ who: me.login, what: 'review-returned', about: slug })
  return { revision: edition }
}

function back(draft: Draft): Draft {
  if (draft.state !== 'review') throw new Problem('not-in-review')
  // another edition: whoever has it open hears of it
  return { ...draft, state: 'draft', opening: null, askedBy: null, edition: draft.edition + 1 }
}

/** @throws Problem draft-unknown, form-refused */
export async function comment(
  context: AppContext,
  me: Account,
  slug: string,
  path: string,
  text: string,
): Promise<void> {
  await changeDraft(context, slug, (draft) => withComment(draft, context, me, path, text))
  await context.audit.record({ who: me.login, what: 'draft-commented', about: slug })
}

function withComment(
  draft: Draft,
  context: AppContext,
  me: Account,
  path: string,
  text: string,
  isReturn = false,
): Draft {
  if (draft.comments.length >= mostComments)
    throw new Problem('form-refused', [{ path: 'text', message: `Ce brouillon a déjà ${mostComments} remarques.` }])
  const made = {
    id: randomUUID(),
    by: me.login,
    byName: me.name,
    at: context.now().toISOString(),
    path,
    text,
    settled: false,
    ...(isReturn ? { isReturn } : {}),
  }
  return { ...draft, comments: [...draft.comments, made] }
}

/** @throws Problem draft-unknown, comment-unknown */
export async function settleComment(context: AppContext, me: Account, slug: string, id: string): Promise<void> {
  await changeDraft(context, slug, (draft) => {
    if (!draft.comments.some((one) => one.id === id)) throw new Problem('comment-unknown')
    return { ...draft, comments: draft.comments.map((one) => (one.id === id ? { ...one, settled: true } : one)) }
  })
  await context.audit.record({ who: me.login, what: 'comment-settled', about: slug })
}
