/** Every questionnaire a person works on: drafts, and what is published. */
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { remarksOf } from '../../surveys/review/sent-back.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import type { Standing, Version } from '../questionnaires/questionnaires.ts'
import { statusAt } from '../questionnaires/status.ts'
import { answerCount } from '../responses/answer-count.ts'
import type * as wire from '../wire/design.ts'
import { type Draft, draftsIn } from './drafts.ts'
import { standingsIn, versionsIn } from './sources.ts'

export async function designList(context: AppContext, { questionnaires: mine }: Account): Promise<wire.DesignList> {
  const drafts = new Map((await draftsIn(context).list()).map(({ id, value }) => [id, value]))
  const standings = new Map((await standingsIn(context).list()).map(({ id, value }) => [id, value]))
  const slugs = [...new Set([...drafts.keys(), ...standings.keys()])].filter(
    (slug) => mine === null || mine.includes(slug),
  )
  const lines = await Promise.all(
    slugs.map((slug) => lineOf(context, slug, drafts.get(slug) ?? null, standings.get(slug) ?? null)),
  )
  // the measures bring all that counts with them: the first list loads them, not the start
  const { measureRules } = await import('../../analysis/measures/catalogue.ts')
  return {
    questionnaires: lines.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
    measures: [...measureRules],
  }
}

async function lineOf(
  context: AppContext,
  slug: string,
  draft: Draft | null,
  standing: Standing | null,
): Promise<wire.DesignLine> {
  const published = standing && ((await versionsIn(context).get(`${slug}@${standing.version}`))?.value ?? null)
  const shown = draft?.questionnaire ?? published?.questionnaire
  return {
    slug,
    title: frenchOf(shown?.title) || slug,
    status: standing ? statusAt(standing, context.now().toISOString()) : (draft?.state ?? 'draft'),
    version: standing?.version ?? null,
    hasDraft: draft !== null,
    draftState: draft?.state ?? null,
    remarks: remarksOf(draft),
    ...(await lastChange(context, draft, published)),
    answers: standing ? await answerCount(context, slug, standing) : 0,
    closesAt: standing?.closesAt ?? null,
  }
}

async function lastChange(context: AppContext, draft: Draft | null, published: Version | null) {
  if (draft) return { updatedAt: draft.updatedAt, updatedByName: draft.updatedByName }
  const login = published?.movedBy ?? published?.by?.approved
  const last = login ? await context.accounts.all.find(login) : null
  return { updatedAt: published?.publishedAt ?? '', updatedByName: last?.name ?? '' }
}
