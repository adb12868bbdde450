/** Whoever is new on a site that already works is told so: there are no first steps there. */
import type { Account } from '../../accounts/account.ts'
import type { Shared } from './matter.ts'

const newDays = 14
const dayMs = 24 * 60 * 60_000

/**
 * One sentence; null for whoever has been here for two weeks, for a visit, which has its own page to begin with, and where nothing
 * is open.
 */
export async function underWay({ createdAt, factor }: Account, now: Date, shared: Shared): Promise<string | null> {
  if (factor === null || now.getTime() - new Date(createdAt).getTime() > newDays * dayMs) return null
  const { questionnaires } = await shared.live()
  const { length } = questionnaires.filter(({ status }) => status === 'open')
  if (length === 0) return null
  return `Ce site est déjà en route\u202f: ${length === 1 ? 'un questionnaire est ouvert' : `${length} questionnaires sont ouverts`}.`
}
