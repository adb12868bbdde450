/** Every questionnaire a person works on: drafts, and what is published. */
import { measureDescriptions } from '../../analysis/measures/descriptions.ts'
import { frenchOf } from '../../surveys/elements.ts'
import type { Status } from '../../surveys/questionnaire.ts'
import type { Account } from '../accounts/account.ts'
import { answerCount } from '../answer-count.ts'
import type { House } from '../house.ts'
import type { Standing, Version } from '../questionnaires.ts'
import type * as wire from '../wire-design.ts'
import { type Draft, draftShelf } from './drafts.ts'
import { standingShelf, versionShelf } from './sources.ts'

export async function designList(house: House, { questionnaires: mine }: Account): Promise<wire.DesignList> {
  const drafts = new Map((await draftShelf(house).list()).map(({ id, value }) => [id, value]))
  const standings = new Map((await standingShelf(house).list()).map(({ id, value }) => [id, value]))
  const slugs = [...new Set([...drafts.keys(), ...standings.keys()])].filter(
    (slug) => mine === null || mine.includes(slug),
  )
  const lines = await Promise.all(
    slugs.map((slug) => lineOf(house, slug, drafts.get(slug) ?? null, standings.get(slug) ?? null)),
  )
  return {
    questionnaires: lines.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
    measures: [...measureDescriptions],
  }
}

async function lineOf(
  house: House,
  slug: string,
  draft: Draft | null,
  standing: Standing | null,
): Promise<wire.DesignLine> {
  const published = standing && ((await versionShelf(house).get(`${slug}@${standing.version}`))?.value ?? null)
  const shown = draft?.questionnaire ?? published?.questionnaire
  return {
    slug,
    title: frenchOf(shown?.title) || slug,
    status: statusNow(house, draft, standing),
    version: standing?.version ?? null,
    hasDraft: draft !== null,
    draftState: draft?.state ?? null,
    ...(await lastChange(house, draft, published)),
    answers: standing ? await answerCount(house, slug, standing) : 0,
    closesAt: standing?.closesAt ?? null,
  }
}

/** A closing day that has passed closes. */
export function statusNow(house: House, draft: Draft | null, standing: Standing | null): Status {
  if (!standing) return draft?.state ?? 'draft'
  const { status, closesAt } = standing
  const isPast = closesAt !== null && closesAt <= house.now().toISOString()
  return isPast && (status === 'trial' || status === 'open') ? 'closed' : status
}

async function lastChange(house: House, draft: Draft | null, published: Version | null) {
  if (draft) return { updatedAt: draft.updatedAt, updatedByName: draft.updatedByName }
  const approver = published?.by ? await house.desk.accounts.find(published.by.approved) : null
  return { updatedAt: published?.publishedAt ?? '', updatedByName: approver?.name ?? '' }
}
