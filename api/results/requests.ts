/** Results published by two people, where the settings say so: one asks, another reads and publishes. */
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { collections } from '../store/collections.ts'
import type * as wire from '../wire/results.ts'

const requests = ({ store }: AppContext) => store.collection(collections.publicationRequests)

/** What waits for a second person; null = nothing, or one person is enough. */
export async function requestFor(context: AppContext, me: Account, slug: string): Promise<wire.Readiness['request']> {
  if (!(await context.settings()).values.publishByTwo) return null
  const asked = (await requests(context).get(slug))?.value
  return asked ? { byName: asked.byName, at: asked.at, isMine: asked.by === me.login } : null
}

/** Every questionnaire whose results somebody else asked to publish. */
export async function requestsToRead(context: AppContext, me: Account): Promise<{ slug: string; byName: string }[]> {
  if (!(await context.settings()).values.publishByTwo) return []
  return (await requests(context).list())
    .filter(({ id, value }) => value.by !== me.login && (me.questionnaires === null || me.questionnaires.includes(id)))
    .map(({ id, value }) => ({ slug: id, byName: value.byName }))
}

/** @returns true when it may be published now; else the request of this person is noted */
export async function mayPublish(context: AppContext, { login, name }: Account, slug: string): Promise<boolean> {
  if (!(await context.settings()).values.publishByTwo) return true
  const asked = await requests(context).get(slug)
  if (asked) return asked.value.by !== login
  await requests(context).put(slug, { by: login, byName: name, at: context.now().toISOString() }, null)
  await context.audit.record({ who: login, what: 'publication-asked', about: slug })
  return false
}

/** What was asked is done, or no longer wanted. */
export const forgetRequest = (context: AppContext, slug: string) => requests(context).remove(slug)
