/**
 * The shipped questionnaire against the one this installation took: a new version of the program may bring another text under the
 * same number. The staff are shown what changed, and take it as the next version or leave it.
 */
import { createHash } from 'node:crypto'
import { canonical } from '../../surveys/canonical.ts'
import type { Change } from '../../surveys/changes/change.ts'
import { changesBetween } from '../../surveys/changes/changes.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import type { Shipped } from '../questionnaires/collections.ts'
import { shippedIn } from '../questionnaires/questionnaires.ts'
import type * as wire from '../wire/design.ts'
import { draftOf } from './drafts.ts'
import { openDraftOn } from './make.ts'
import { standingsIn } from './sources.ts'

export type ShippedNews = { shipped: Questionnaire; digest: string; title: string; changes: Change[] }

export const contentDigest = (questionnaire: Questionnaire): string =>
  createHash('sha256').update(canonical(questionnaire)).digest('base64url')

/**
 * @param all what this version of the program ships
 * @returns null when the installation has the shipped text, has one of its own, or left the shipped one
 */
export async function shippedNews(
  context: AppContext,
  slug: string,
  all: readonly Questionnaire[] = founding(),
): Promise<ShippedNews | null> {
  const shipped = all.find((one) => one.slug === slug)
  const standing = shipped && (await standingsIn(context).get(slug))?.value
  if (!shipped || standing?.origin !== 'founding' || standing.status === 'archived') return null
  const digest = contentDigest(shipped)
  const { questionnaire: taken, declined } = (await shippedIn(context.store).get(slug))?.value ?? {}
  if (!taken || contentDigest(taken) === digest) return null
  if (declined?.digest === digest) return null
  const changes = changesBetween(taken, shipped)
  const title = await context.questionnaires.titleOf(slug, standing.version)
  return changes.length === 0 ? null : { shipped, digest, title, changes }
}

/** @throws Problem shipped-same */
export async function shippedPage(context: AppContext, slug: string): Promise<wire.ShippedPage> {
  const { title, digest, changes } = await theNews(context, slug)
  return {
    slug,
    title,
    digest,
    hasDraft: (await draftOf(context, slug)) !== null,
    changes: changes.map(({ where, sentence, before, after }) => ({ where, sentence, before, after })),
  }
}

/** @throws Problem shipped-same, changed-meanwhile, draft-there */
export async function takeShipped(context: AppContext, me: Account, slug: string, digest: string): Promise<wire.Saved> {
  const news = await theNews(context, slug)
  if (news.digest !== digest) throw new Problem('changed-meanwhile')
  if (await draftOf(context, slug)) throw new Problem('draft-there')
  const standing = (await standingsIn(context).get(slug))!.value
  const revision = await openDraftOn(context, me, news.shipped, standing.version)
  return { revision }
}

/** The same text is not shown again. @throws Problem shipped-same, changed-meanwhile */
export async function leaveShipped(context: AppContext, me: Account, slug: string, digest: string): Promise<void> {
  const news = await theNews(context, slug)
  if (news.digest !== digest) throw new Problem('changed-meanwhile')
  const collection = shippedIn(context.store)
  const stored = await collection.get(slug)
  const declined: Shipped['declined'] = { digest, by: me.login, at: context.now().toISOString() }
  if ((await collection.put(slug, { ...stored?.value, declined }, stored?.revision ?? null)) === 'changed')
    throw new Problem('changed-meanwhile')
  await context.audit.record({ who: me.login, what: 'shipped-left', about: slug })
}

async function theNews(context: AppContext, slug: string): Promise<ShippedNews> {
  const news = await shippedNews(context, slug)
  if (!news) throw new Problem('shipped-same')
  return news
}
