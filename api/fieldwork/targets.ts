/** How many answers the staff hope for, in all, by zone and by profile: guidance beside the counts, never a quota. */
import type { House } from '../house.ts'
import { Problem } from '../problems.ts'
import type * as wire from '../wire-fieldwork.ts'

/** Shelf `targets`, by questionnaire. */
type Kept = Omit<wire.NewTargets, 'revision'>

const none: Kept = { total: null, zones: [], profile: '', profiles: [] }
const shelf = ({ store }: House) => store.shelf<Kept>('targets')

export async function targetsOf(house: House, slug: string): Promise<Kept & { revision: number | null }> {
  const kept = await shelf(house).get(slug)
  return { ...(kept?.value ?? none), revision: kept?.revision ?? null }
}

/** @throws Problem changed-meanwhile */
export async function setTargets(
  house: House,
  by: string,
  slug: string,
  { revision, ...wanted }: wire.NewTargets,
): Promise<void> {
  if ((await shelf(house).put(slug, wanted, revision)) === 'changed') throw new Problem('changed-meanwhile')
  const details = { zones: wanted.zones.length, profils: wanted.profiles.length, total: wanted.total ?? 0 }
  await house.audit.record({ who: by, what: 'targets-changed', about: slug, details })
}
