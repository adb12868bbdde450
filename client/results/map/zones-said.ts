/** What a map tells, in words. */
import type { analyse } from '../../../api/wire/public.ts'
import { noPairText } from '../../../surveys/charts/apart.ts'
import { knownEnd, shadedAs, spoken } from '../../../surveys/charts/known.ts'
import { beyondText } from '../../../surveys/charts/outside.ts'
import { leastNew } from '../../../surveys/thresholds.ts'
import { sideIn } from '../../parts/charts/established.ts'

type Zone = analyse.MappedFindings['findings'][number]['zones'][number]

const all = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

/** Zones whose gap with the others is established, and on which side. @param zones everybody first */
export function apart([, ...zones]: readonly Zone[]): (Zone & { side: 1 | -1 })[] {
  const estimates = zones.map(({ estimate }) => estimate)
  return zones.flatMap((zone) => {
    const side = sideIn(zone.estimate, estimates)
    return side === 1 || side === -1 ? [{ ...zone, side }] : []
  })
}

/** The highest first, as the question of a map is where there is most; zones without a figure last. */
export const byValue = <T extends Pick<Zone, 'estimate'>>(zones: readonly T[]): T[] =>
  zones.toSorted(
    (a, b) =>
      (shadedAs(b.estimate) ?? Number.NEGATIVE_INFINITY) - (shadedAs(a.estimate) ?? Number.NEGATIVE_INFINITY) || 0,
  )

/** The last publication had its figure, and too few people joined since. */
const isWaiting = ({ estimate }: Zone): boolean => estimate.value === null && estimate.why === 'waiting'

type Said = (zone: Zone) => string
/** Of « 0 % » and « 100 % », what is known. */
export function figureSaid({ text, estimate }: Pick<Zone, 'text' | 'estimate'>): string {
  const known = knownEnd(estimate)
  const isShare = estimate.value !== null && estimate.unit === 'share'
  return known
    ? spoken(known, (value) => (isShare ? `${Math.round(value * 100)}\u202f%` : value.toLocaleString('fr-FR')))
    : text
}
/** Of a sentence that leaves the map: « 52 %, 32 – 72 %, base 35 ». */
export const figureWhole: Said = (zone) =>
  [figureSaid(zone), zone.interval, `base ${zone.estimate.base.toLocaleString('fr-FR')}`].filter(Boolean).join(', ')

/**
 * @param zones everybody first
 * @param said what stands in brackets after the name of a zone
 * @example zonesSaid(zones) // → 'Nord (55 %) est au-dessus des autres zones. Ensemble : 42 %. Pour l’autre zone, l’écart n’est pas établi. Sud : trop peu de réponses.'
 */
export function zonesSaid(zones: readonly Zone[], said: Said = figureSaid): string {
  const [whole, ...own] = zones
  if (!whole || whole.estimate.value === null) return ''
  const distinct = apart(zones)
  const known = own.filter(({ estimate }) => estimate.value !== null)
  const silent = own.filter(({ estimate }) => estimate.value === null)
  const waiting = silent.filter(isWaiting)
  const few = silent.filter((zone) => !isWaiting(zone))
  const open = known.length - distinct.length
  const everybody = `Ensemble\u202f: ${said(whole)}.`
  const sides = (['au-dessus', 'au-dessous'] as const).flatMap((side) => {
    const there = distinct.filter((zone) => zone.side === (side === 'au-dessus' ? 1 : -1))
    return there.length === 0 ? [] : [`${namesOf(there, said)} ${there.length > 1 ? 'sont' : 'est'} ${side}`]
  })
  const sentences = [
    ...(sides.length > 0
      ? [`${[`${sides[0]} des autres zones`, ...sides.slice(1)].join(', ')}.`, everybody]
      : known.length > 1
        ? [`Aucun écart entre une zone et les autres n’est établi\u202f; ${highestSaid(known, said)}.`]
        : [...known.map((zone) => `Une seule zone a un chiffre\u202f: ${zone.name} (${said(zone)}).`), everybody]),
    sides.length === 0 || open === 0
      ? ''
      : open === 1
        ? 'Pour l’autre zone, l’écart n’est pas établi.'
        : 'Pour les autres zones, l’écart n’est pas établi.',
    few.length === 0 ? '' : `${all.format(few.map(({ name }) => name))}\u202f: trop peu de réponses.`,
    waiting.length === 0
      ? ''
      : `${all.format(waiting.map(({ name }) => name))}\u202f: en attente, trop peu de réponses nouvelles depuis une publication précédente (il en faut ${leastNew} entre deux publications).`,
  ]
  return [...sentences, isBeyond(whole, own) ? beyondText : ''].filter(Boolean).join(' ')
}

/** « 97 % » above a highest zone of 96 %. */
function isBeyond({ estimate: { value } }: Zone, zones: readonly Zone[]): boolean {
  const values = zones.flatMap(({ estimate }) => estimate.value ?? [])
  return value !== null && values.length > 1 && (value > Math.max(...values) || value < Math.min(...values))
}

/** After what an arrow says, where the table of the same zones establishes no gap: each pair alone has fewer responses; '' elsewhere. */
export function pairsSaid(
  zones: readonly Pick<Zone, 'name'>[],
  tables: readonly { grid: analyse.ShownGrid }[],
): string {
  const isByZone = ({ columns, rows }: analyse.ShownGrid) =>
    zones.filter(({ name }) => columns.includes(name) || rows.some(({ label }) => label === name)).length > 1
  const table = tables.find(({ grid }) => grid.notes.includes(noPairText) && isByZone(grid))
  return table === undefined
    ? ''
    : ` Le tableau «\u202f${table.grid.title}\u202f» compare les zones deux à deux, avec moins de réponses de chaque côté\u202f: aucun écart n’y est établi.`
}

/** @example sidesOf(zones) // → 'Nord (55 %) au-dessus des autres zones' */
export const sidesOf = (zones: readonly Zone[]): string =>
  apart(zones)
    .map(
      (zone) => `${zone.name} (${figureSaid(zone)}) ${zone.side === 1 ? 'au-dessus' : 'au-dessous'} des autres zones`,
    )
    .join('\u202f; ')

const namesOf = (zones: readonly Zone[], said: Said) => all.format(zones.map((zone) => `${zone.name} (${said(zone)})`))

function highestSaid(zones: readonly Zone[], said: Said): string {
  const highest = Math.max(...zones.map(({ estimate }) => estimate.value!))
  const first = zones.filter(({ estimate }) => estimate.value === highest)
  const whose = first.length > 1 ? 'ceux des zones' : 'celui de la zone'
  return `${first.length > 1 ? 'les chiffres les plus hauts sont' : 'le chiffre le plus haut est'} ${whose} ${namesOf(first, said)}`
}
