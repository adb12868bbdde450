/** What a publication changes from the one before, told from what both have published. */
import { rules } from '../../analysis/disclosure/rules.ts'
import { eachOnce, type Finding, zoneChartOf } from '../../analysis/findings/finding.ts'
import { isOpen } from '../../analysis/findings/ties.ts'
import { listOf } from '../../analysis/measures/tables.ts'
import type { Grid } from '../../analysis/report/tree.ts'
import { and, counted, date, quote, typeset } from '../../analysis/text/format.ts'
import { zoneNames } from '../../surveys/authority/territory.ts'
import { canonical } from '../../surveys/canonical.ts'
import type { Head } from '../results/publications.ts'

type Read = Pick<Head, 'number' | 'findings' | 'surveyed' | 'document'>

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
  const zones = keptZones([...earlier, before], now)
  const kept = Map.groupBy(zones, ({ since }) => since)
  return [
    more === 0
      ? `Les mêmes réponses que la n° ${before.number}.`
      : `${counted(Math.abs(more), 'réponse', 'réponses')} de ${more > 0 ? 'plus' : 'moins'} que la n° ${before.number}, à ${rules.baseStep} près. Chaque base est arrondie et protégée à part : elle peut bouger d’un peu plus, ou d’un peu moins.`,
    ...(tables.length === 0
      ? []
      : [`${tables.length > 1 ? 'Tables enregistrées' : 'Table enregistrée'} entre les deux : ${and([...tables])}.`]),
    gained === 0 && lost === 0
      ? more === 0 && areAlike(before, now)
        ? 'Aucun chiffre n’a changé.'
        : 'Les mêmes résultats ont un chiffre.'
      : [
          ...(gained > 0 ? [`${counted(gained, 'résultat a', 'résultats ont')} un chiffre qui manquait`] : []),
          ...(lost > 0 ? [`${counted(lost, 'résultat n’a', 'résultats n’ont')} plus de chiffre`] : []),
        ]
          .join(' ; ')
          .concat('.'),
    ...turnedSentence(before, now),
    ...lostGroups(before, now),
    ...[...kept].map(
      ([since, zones]) =>
        `${and(zones.map(({ zone }) => zone))} : les chiffres restent ceux de la n° ${since}, faute d’assez de réponses nouvelles (il en faut ${rules.leastNew} à la fois).`,
    ),
    ...datedGroups(now, new Set(zones.map(({ zone }) => zone))),
  ].map(typeset)
}

/** Nothing that is read differs: figures, sentences, and what is computed from tables. */
const areAlike = (before: Read, now: Read): boolean =>
  readIn(before) === readIn(now) && canonical(before.document?.published) === canonical(now.document?.published)
const readIn = ({ findings }: Read): string =>
  canonical(
    findings.map(({ objective, indicator, estimate, sentence, table, chart, breakdowns, bounds, strength }) => ({
      ...{ objective, indicator, estimate, sentence, table, chart, breakdowns, bounds, strength },
    })),
  )

/** Groups of which fewer results have a figure than before; zones by their name, others in quotes. */
function lostGroups(before: Read, now: Read): string[] {
  const has = groupsShown(now)
  const own = [...groupsShown(before)].flatMap(([group, results]) => {
    const lost = [...results].filter((indicator) => !has.get(group)?.has(indicator)).length
    return lost > 0 ? [{ group, lost }] : []
  })
  return own.map(
    ({ group, lost }) =>
      `${counted(lost, 'résultat perd', 'résultats perdent')} ${lost > 1 ? 'leur' : 'son'} chiffre pour ${named(group)}.`,
  )
}

/**
 * What keeps the figures of an earlier day, since too few joined at some questions: the whole, then list by list and in the
 * order of each.
 */
function datedGroups({ findings }: Read, known: ReadonlySet<string>): string[] {
  const own = eachOnce(findings)
  const orders = ordersIn(own)
  const days = new Map<string, Map<string, Map<string, number>>>()
  for (const finding of own)
    for (const { list, label, day } of datedOnce(finding)) {
      if (known.has(label)) continue
      const lists = days.get(day) ?? new Map<string, Map<string, number>>()
      const groups = lists.get(list) ?? new Map<string, number>()
      days.set(day, lists.set(list, groups.set(label, (groups.get(label) ?? 0) + 1)))
    }
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, lists]) => {
      const said = [...lists]
        .toSorted(([a], [b]) => Number(b === everybody) - Number(a === everybody))
        .map(([list, groups]) => {
          const results = (label: string) => counted(groups.get(label)!, 'résultat', 'résultats')
          if (list === everybody) return `l’ensemble (${results('')})`
          const order = orders.get(list) ?? []
          const labels = [...groups.keys()].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
          return `${list}, ${and(labels.map((label) => `${named(label)} (${results(label)})`))}`
        })
      return `Chiffres gardés du ${date(day)}, faute d’assez de réponses nouvelles à ces questions (il en faut ${rules.leastNew} à la fois) : ${said.join(' ; ')}.`
    })
}

/** In the place of a list: the people of no group in particular. */
const everybody = ''

/** Groups in the order of their list, as the table that shows most of them has them. */
function ordersIn(findings: readonly Finding[]): Map<string, string[]> {
  const orders = new Map<string, string[]>()
  for (const grid of findings.flatMap(tablesBy)) {
    const list = listOf(grid)!
    const groups = isDown(grid) ? grid.rows.map(({ label }) => label) : grid.columns.slice(1)
    if (groups.length > (orders.get(list)?.length ?? 0)) orders.set(list, groups)
  }
  return orders
}

/** Each group of a finding with its oldest day, whatever tables it is in; everybody as one. */
function datedOnce(finding: Finding): { list: string; label: string; day: string }[] {
  const found = tablesIn(finding).flatMap((grid) => {
    const list = listOf(grid)
    if (list === null) return grid.day === undefined ? [] : [{ list: everybody, label: '', day: grid.day }]
    return (grid.dated ?? []).map((group) => ({ list, ...group }))
  })
  const days = Map.groupBy(found, ({ list, label }) => `${list}\n${label}`)
  return [...days.values()].map((own) => own.toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]!)
}

const tablesIn = ({ table, breakdowns }: Finding) =>
  [table, ...breakdowns.map((one) => one.table)].flatMap((one) => one ?? [])
const tablesBy = (finding: Finding) => tablesIn(finding).filter((grid) => listOf(grid) !== null)

/** By group, the results that have a figure of it. */
function groupsShown({ findings }: Read): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>()
  for (const finding of eachOnce(findings))
    for (const grid of tablesBy(finding)) {
      const { columns, rows } = grid
      const shown = isDown(grid)
        ? rows.flatMap(({ label, cells }) => (cells[0]?.kind === 'estimate' ? [label] : []))
        : columns.slice(1).filter((_, at) => rows.some(({ cells }) => cells[at]?.kind === 'estimate'))
      for (const label of shown) groups.set(label, (groups.get(label) ?? new Set()).add(finding.indicator))
    }
  return groups
}

/** Whether its groups are lines: the interval of a drawn share has a column of its own. */
const isDown = ({ columns, rows }: Grid): boolean => columns.length > (rows[0]?.cells.length ?? 0) + 1

const named = (group: string): string => (Object.values(zoneNames()).includes(group) ? group : quote(group))

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
