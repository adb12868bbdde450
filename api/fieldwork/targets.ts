/** How many answers the staff hope for, in all, by zone and by profile: guidance beside the counts, never a quota. */
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'
import type * as wire from '../wire/fieldwork.ts'
import type { Targets } from './collections.ts'

const none: Targets = { total: null, zones: [], profile: '', profiles: [] }
const collection = ({ store }: AppContext) => store.collection(collections.targets)

export async function targetsOf(context: AppContext, slug: string): Promise<Targets & { revision: number | null }> {
  const stored = await collection(context).get(slug)
  return { ...(stored?.value ?? none), revision: stored?.revision ?? null }
}

/** @throws Problem changed-meanwhile */
export async function setTargets(
  context: AppContext,
  by: string,
  slug: string,
  { revision, ...wanted }: wire.NewTargets,
): Promise<void> {
  if ((await collection(context).put(slug, wanted, revision)) === 'changed') throw new Problem('changed-meanwhile')
  const details = { zones: wanted.zones.length, profils: wanted.profiles.length, total: wanted.total ?? 0 }
  await context.audit.record({ who: by, what: 'targets-changed', about: slug, details })
}
