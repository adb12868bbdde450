/** What a publication changes from the one before, told from what both have published. */
import { rules } from '../../analysis/disclosure/rules.ts'
import { eachOnce, type Finding, zoneChartOf } from '../../analysis/findings/finding.ts'
import { isOpen } from '../../analysis/findings/ties.ts'
import { and, counted, quote, typeset } from '../../analysis/text/format.ts'
import type { Head } from '../results/publications.ts'

type Read = Pick<Head, 'number' | 'findings' | 'surveyed'>

/**
 * @param tables titles of those saved between the two
 * @param earlier publications before both, oldest first: a zone may have the figures of one of them still
 * @returns sentences in French
 */
export function changesFrom(
  before: Read,
  now: Read,
  tables: readonly string[] = [],
  earlier: readonly Read[] = [],
): string[] {
  const more = now.surveyed.responses - before.surveyed.responses
  const had = namesOf(before)
  const has = namesOf(now)
  const gained = [...has].filter((name) => !had.has(name)).length
  const lost = [...had].filter((name) => !has.has(name)).length
  const waiting = waitingZones(now)
  const kept = Map.groupBy(keptZones([...earlier, before], now), ({ since }) => since)
  return [
    more === 0
      ? `Les mêmes réponses que la n° ${before.number}.`
      : `${counted(Math.abs(more), 'réponse', 'réponses')} de ${more > 0 ? 'plus' : 'moins'} que la n° ${before.number}, à ${rules.baseStep} près. Chaque base est arrondie et protégée à part : elle peut bouger d’un peu plus, ou d’un peu moins.`,
    ...(tables.length === 0
      ? []
      : [`${tables.length > 1 ? 'Tables enregistrées' : 'Table enregistrée'} entre les deux : ${and([...tables])}.`]),
    gained === 0 && lost === 0
      ? 'Les mêmes résultats ont un chiffre.'
      : [
          ...(gained > 0 ? [`${counted(gained, 'résultat a', 'résultats ont')} un chiffre qui manquait`] : []),
          ...(lost > 0 ? [`${counted(lost, 'résultat n’a', 'résultats n’ont')} plus de chiffre`] : []),
        ]
          .join(' ; ')
          .concat('.'),
    ...turnedSentence(before, now),
    ...(waiting.count === 0
      ? []
      : [
          `${counted(waiting.count, 'résultat', 'résultats')} par zone ${waiting.count > 1 ? 'sont' : 'est'} en attente de réponses nouvelles (${and(waiting.zones)}).`,
        ]),
    ...[...kept].map(
      ([since, zones]) =>
        `${and(zones.map(({ zone }) => zone))} : les chiffres restent ceux de la n° ${since}, faute d’assez de réponses nouvelles (il en faut ${rules.leastNew} à la fois).`,
    ),
  ].map(typeset)
}

/** Results of which another answer is put forward, or the figure of another zone. */
function turnedSentence(before: Read, now: Read): string[] {
  const then = new Map(before.findings.map((finding) => [placeOf(finding), finding]))
  const titles = new Set<string>()
  for (const finding of now.findings) {
    const was = then.get(placeOf(finding))
    if (!was || was.estimate.value === null || finding.estimate.value === null) continue
    if (!was.standing !== !finding.standing) continue
    if (forwardIn(was) !== forwardIn(finding)) titles.add(quote(finding.title))
  }
  if (titles.size === 0) return []
  return titles.size === 1
    ? [`Ce qui est mis en avant change pour ${and([...titles])} : à relire avant de le citer.`]
    : [
        `Ce qui est mis en avant change pour ${titles.size} résultats : ${and([...titles])}. À relire avant de les citer.`,
      ]
}

const placeOf = ({ objective, indicator }: Finding) => `${objective}@${indicator}`

/** What a finding puts forward: of which zone, and which answer; none where too many may be the first. */
const forwardIn = ({ zone, isZoneOpen, together = [], standing }: Finding): string =>
  [isZoneOpen ? '' : (zone ?? ''), isOpen(together) ? '' : (standing?.row ?? '')].join('\n')

/** Zones of which every base is what it was, though others answered: they count the people of a publication before. `since`: its number. */
function keptZones(earlier: readonly Read[], now: Read): { zone: string; since: number }[] {
  const then = earlier.toReversed().map((read) => ({ read, zones: basesOf(read) }))
  return [...basesOf(now)].flatMap(([zone, bases]) => {
    const isSame = ({ zones }: (typeof then)[number]) =>
      [...bases].every(([indicator, base]) => zones.get(zone)?.get(indicator) === base)
    const moved = then.findIndex((one) => !isSame(one))
    const first = then.slice(0, moved < 0 ? then.length : moved).at(-1)?.read
    return first && first.surveyed.responses !== now.surveyed.responses ? [{ zone, since: first.number }] : []
  })
}

/** Published bases, by zone and indicator. */
function basesOf({ findings }: Read): Map<string, Map<string, number>> {
  const zones = new Map<string, Map<string, number>>()
  for (const finding of findings)
    for (const { label, estimate } of zoneChartOf(finding)?.bars ?? [])
      if (estimate.value !== null)
        zones.set(label, (zones.get(label) ?? new Map<string, number>()).set(finding.indicator, estimate.base))
  return zones
}

/** Findings with a figure. */
const namesOf = ({ findings }: Read): Set<string> =>
  new Set(findings.filter(({ estimate }) => estimate.value !== null).map(({ indicator }) => indicator))

/** Figures of zones that too few people joined since an earlier publication. */
function waitingZones({ findings }: Read): { count: number; zones: string[] } {
  const names = eachOnce(findings).flatMap((finding) =>
    (zoneChartOf(finding)?.bars ?? []).flatMap(({ label, estimate }) =>
      estimate.value === null && estimate.why === 'waiting' ? [label] : [],
    ),
  )
  return { count: names.length, zones: [...new Set(names)] }
}
