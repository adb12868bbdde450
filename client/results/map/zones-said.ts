/** What a map tells, in words. */
import type { analyse } from '../../../api/wire/public.ts'
import { leastNew } from '../../../surveys/thresholds.ts'
import { isLike } from '../../parts/charts/like.ts'

type Zone = analyse.MappedFindings['findings'][number]['zones'][number]

const all = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

/** Zones that their interval tells apart from everybody. @param zones everybody first */
export const apart = ([whole, ...zones]: readonly Zone[]): Zone[] =>
  zones.filter(({ estimate }) => estimate.value !== null && !!whole && !isLike(estimate, whole.estimate))

/** The last publication had its figure, and too few people joined since. */
const isWaiting = ({ estimate }: Zone): boolean => estimate.value === null && estimate.why === 'waiting'

/**
 * @param zones everybody first
 * @example zonesSaid(zones) // → 'Nord (55 %) est au-dessus de l’ensemble (42 %). Les autres zones ressemblent à l’ensemble. Sud : trop peu de réponses.'
 */
export function zonesSaid(zones: readonly Zone[]): string {
  const [whole, ...own] = zones
  if (!whole || whole.estimate.value === null) return ''
  const middle = whole.estimate.value
  const distinct = apart(zones)
  const silent = own.filter(({ estimate }) => estimate.value === null)
  const waiting = silent.filter(isWaiting)
  const few = silent.filter((zone) => !isWaiting(zone))
  const alike = own.length - distinct.length - silent.length
  const ofThe = `l’ensemble (${whole.text})`
  const sides = (['au-dessus', 'au-dessous'] as const).flatMap((side) => {
    const there = distinct.filter(({ estimate }) => (estimate.value ?? 0) > middle === (side === 'au-dessus'))
    const named = all.format(there.map(({ name, text }) => `${name} (${text})`))
    return there.length === 0 ? [] : [`${named} ${there.length > 1 ? 'sont' : 'est'} ${side}`]
  })
  const sentences = [
    sides.length === 0
      ? `Aucune zone ne se distingue de ${ofThe}.`
      : sides.length === 1
        ? `${sides[0]} de ${ofThe}.`
        : `${sides[0]} de ${ofThe}, ${sides[1]}.`,
    sides.length === 0 || alike === 0
      ? ''
      : alike === 1
        ? 'L’autre zone ressemble à l’ensemble.'
        : 'Les autres zones ressemblent à l’ensemble.',
    few.length === 0 ? '' : `${all.format(few.map(({ name }) => name))}\u202f: trop peu de réponses.`,
    waiting.length === 0
      ? ''
      : `${all.format(waiting.map(({ name }) => name))}\u202f: en attente, trop peu de réponses nouvelles depuis une publication précédente (il en faut ${leastNew} à la fois).`,
  ]
  return sentences.filter(Boolean).join(' ')
}
