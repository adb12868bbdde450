/** One questionnaire as its authors open it: its draft, what is published, its versions, and who else has it open. */
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { missingFor } from '../questionnaires/live-missing.ts'
import { valuesFor } from '../questionnaires/parameter-values.ts'
import { statusAt } from '../questionnaires/status.ts'
import type * as wire from '../wire/design.ts'
import { draftOf } from './drafts.ts'
import { valuesOfNext } from './next.ts'
import { nowHere } from './presence.ts'
import { standingsIn, startOf, versionOf, versionsIn } from './sources.ts'

/** @throws Problem questionnaire-unknown */
export async function designRoom(context: AppContext, me: Account, slug: string): Promise<wire.DesignRoom> {
  const stored = await draftOf(context, slug)
  const standing = (await standingsIn(context).get(slug))?.value ?? null
  if (!stored && !standing) throw new Problem('questionnaire-unknown')
  const source = standing && (await startOf(context, slug, standing.version))
  const { edition = 0, ...draft } = stored?.value ?? {}
  return {
    slug,
    revision: edition,
    draft: stored ? (draft as wire.Draft) : null,
    published: standing && source ? { version: standing.version, questionnaire: source } : null,
    status: standing ? statusAt(standing, context.now().toISOString()) : (stored?.value.state ?? 'draft'),
    versions: await versionsOf(context, slug, standing?.version ?? 0),
    others: await nowHere(context, slug, me),
    me: { login: me.login, name: me.name },
    filled: (await valuesOfNext(context, slug, standing, stored?.value.opening?.closesAt ?? null)).values,
    toOpen:
      standing || !stored
        ? []
        : await missingFor(context, stored.value.questionnaire, await valuesFor(context, slug, null)),
  }
}

/** Newest first; one that was written but never given to people is not among them. */
async function versionsOf(context: AppContext, slug: string, last: number): Promise<wire.DesignRoom['versions']> {
  const stored = await versionsIn(context).list(`${slug}@`)
  return stored
    .map(({ id, value }) => ({
      version: Number(id.slice(slug.length + 1)),
      publishedAt: value.publishedAt,
      by: value.by ?? null,
      movedBy: value.movedBy ?? null,
    }))
    .filter(({ version }) => version <= last)
    .toSorted((a, b) => b.version - a.version)
}

/** @throws Problem version-unknown */
export async function designVersion(context: AppContext, slug: string, version: number): Promise<wire.DesignVersion> {
  const stored = Number.isInteger(version) && version > 0 ? await versionOf(context, slug, version) : null
  if (!stored) throw new Problem('version-unknown')
  return { version, questionnaire: stored.questionnaire }
}

/** An open editor says so now and then. @throws Problem draft-unknown */
export async function heartbeat(context: AppContext, me: Account, slug: string): Promise<wire.Here> {
  const stored = await draftOf(context, slug)
  return { revision: stored?.value.edition ?? 0, others: await nowHere(context, slug, me) }
}
