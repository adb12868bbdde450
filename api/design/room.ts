/** One questionnaire on the desk: its draft, what is published, its versions, and who else has it open. */
import type { Account } from '../accounts/account.ts'
import type { House } from '../house.ts'
import { Problem } from '../problems.ts'
import type * as wire from '../wire-design.ts'
import { draftOf } from './drafts.ts'
import { statusNow } from './list.ts'
import { nowHere } from './presence.ts'
import { standingShelf, startOf, versionShelf } from './sources.ts'

/** @throws Problem questionnaire-unknown */
export async function designRoom(house: House, me: Account, slug: string): Promise<wire.DesignRoom> {
  const kept = await draftOf(house, slug)
  const standing = (await standingShelf(house).get(slug))?.value ?? null
  if (!kept && !standing) throw new Problem('questionnaire-unknown')
  const source = standing && (await startOf(house, slug, standing.version))
  const { edition = 0, ...draft } = kept?.value ?? {}
  return {
    slug,
    revision: edition,
    draft: kept ? (draft as wire.Draft) : null,
    published: standing && source ? { version: standing.version, questionnaire: source } : null,
    status: statusNow(house, kept?.value ?? null, standing),
    versions: await versionsOf(house, slug, standing?.version ?? 0),
    others: await nowHere(house, slug, me),
    me: { login: me.login, name: me.name },
  }
}

/** Newest first; one that was written but never given to people is not among them. */
async function versionsOf(house: House, slug: string, last: number): Promise<wire.DesignRoom['versions']> {
  const kept = await versionShelf(house).list(`${slug}@`)
  return kept
    .map(({ id, value }) => ({
      version: Number(id.slice(slug.length + 1)),
      publishedAt: value.publishedAt,
      by: value.by ?? null,
    }))
    .filter(({ version }) => version <= last)
    .toSorted((a, b) => b.version - a.version)
}

/** @throws Problem version-unknown */
export async function designVersion(house: House, slug: string, version: number): Promise<wire.DesignVersion> {
  const kept = Number.isInteger(version) && version > 0 ? await versionShelf(house).get(`${slug}@${version}`) : null
  if (!kept) throw new Problem('version-unknown')
  return { version, questionnaire: kept.value.questionnaire }
}

/** An open editor says so now and then. @throws Problem draft-unknown */
export async function heartbeat(house: House, me: Account, slug: string): Promise<wire.Here> {
  const kept = await draftOf(house, slug)
  return { revision: kept?.value.edition ?? 0, others: await nowHere(house, slug, me) }
}
