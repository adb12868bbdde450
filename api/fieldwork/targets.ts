/** How many answers the staff hope for, in all, by zone and by profile: guidance beside the counts, never a quota. */
import { usualDays } from '../../surveys/days.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'
import type * as wire from '../wire/fieldwork.ts'
import type { Targets } from './collections.ts'

const none: Targets = { total: null, zones: [], profile: '', profiles: [] }
const french = (count: number) => new Intl.NumberFormat('fr-FR').format(count)
const collection = ({ store }: AppContext) => store.collection(collections.targets)

export async function targetsOf(context: AppContext, slug: string): Promise<Targets & { revision: number | null }> {
  const stored = await collection(context).get(slug)
  return { ...(stored?.value ?? none), revision: stored?.revision ?? null }
}

/** @throws Problem changed-meanwhile, form-refused when the whole is smaller than what is in it */
export async function setTargets(
  context: AppContext,
  by: string,
  slug: string,
  { revision, ...wanted }: wire.NewTargets,
): Promise<void> {
  const tooSmall = wholeTooSmall(wanted)
  if (tooSmall !== null) throw new Problem('form-refused', [{ path: 'total', message: tooSmall }])
  if ((await collection(context).put(slug, wanted, revision)) === 'changed') throw new Problem('changed-meanwhile')
  const details = { zones: wanted.zones.length, profils: wanted.profiles.length, total: wanted.total ?? 0 }
  await context.audit.record({ who: by, what: 'targets-changed', about: slug, details })
}

/** Every answer has one zone, so those add up; it may have several profiles. */
function wholeTooSmall({ total, zones, profiles }: Pick<Targets, 'total' | 'zones' | 'profiles'>): string | null {
  if (total === null) return null
  const inZones = zones.reduce((sum, { wanted }) => sum + wanted, 0)
  const least = (group: string, count: number) =>
    `Pour ${group}, vous en espérez ${french(count)}\u202f: mettez au moins ${french(count)} en tout, ou rien.`
  if (inZones > total) return least('les zones réunies', inZones)
  const [largest] = profiles.toSorted((a, b) => b.wanted - a.wanted)
  return largest && largest.wanted > total ? least(`«\u202f${largest.name}\u202f»`, largest.wanted) : null
}

/** A group far from what was hoped for; `name` is '' for all answers. */
type Behind = { name: string; title: string; isZone: boolean; lacking: number }

/**
 * Groups under half of what was hoped for, or all answers when no group is.
 *
 * @returns `lacking` to the nearest five, as the counts are
 */
export function farBehind(
  { total, samples }: Pick<wire.Counted, 'total' | 'samples'>,
  targets: Omit<Targets, 'revision'>,
): Behind[] {
  const lacking = (count: number, wanted: number) => (count < wanted / 2 ? Math.round((wanted - count) / 5) * 5 : 0)
  const groups = samples.flatMap(({ name: list, title, rows }) => {
    const isZone = list === 'zone'
    const wanted = isZone ? targets.zones : list === targets.profile ? targets.profiles : []
    return wanted.map(({ name, wanted: hoped }) => {
      const count = rows.find((row) => row.name === name)?.count ?? 0
      return { name, title, isZone, lacking: lacking(count, hoped) }
    })
  })
  const behind = groups.filter((group) => group.lacking > 0)
  const whole = { name: '', title: '', isZone: false, lacking: lacking(total, targets.total ?? 0) }
  return behind.length === 0 && whole.lacking > 0 ? [whole] : behind
}

/** Whether half of the days to answer have passed; without a last day, half of the usual ones. */
export function isHalfway(openedAt: string | null, closesAt: string | null, now: Date): boolean {
  if (openedAt === null) return false
  const start = Date.parse(openedAt)
  const end = closesAt === null ? start + usualDays * 86_400_000 : Date.parse(closesAt)
  return now.getTime() >= (start + end) / 2
}
