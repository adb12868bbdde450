/** What a publication changes from the one before, told from what both have published. */
import { rules } from '../../analysis/disclosure/rules.ts'
import type { Estimate } from '../../analysis/estimates/estimate.ts'
import { eachOnce, type Finding, zoneChartOf } from '../../analysis/findings/finding.ts'
import { isOpen } from '../../analysis/findings/ties.ts'
import { listOf } from '../../analysis/measures/tables.ts'
import { columnNames } from '../../analysis/report/figures.ts'
import type { GridCell } from '../../analysis/report/tree.ts'
import { amount, and, cell, count, counted, date, quote, span, typeset } from '../../analysis/text/format.ts'
import { zoneNames } from '../../surveys/authority/territory.ts'
import { canonical } from '../../surveys/canonical.ts'
import type { Head } from '../results/publications.ts'
import { everybody, figuresShown, figureUnit, isDown, isKept, keptSaid, type ShownFigure, tablesIn } from './kept.ts'

type Read = Pick<Head, 'number' | 'findings' | 'surveyed' | 'document'>

/** `kept`: what stays of an earlier day, a sentence a day, under the number of figures that do. */
export type Changes = { said: string[]; kept: { title: string; sentences: string[] } | null }

/**
 * @param tables titles of those saved between the two
 * @param earlier publications before both, oldest first: a zone may have the figures of one of them still
 * @param without of the same responses as `now`, without these tables: what they change by themselves is told; its figures are not
 * @returns sentences in French
 */
export function changesFrom(
  before: Read,
  now: Read,
  tables: readonly string[] = [],
  earlier: readonly Read[] = [],
  without: Read | null = null,
): Changes {
  const more = now.surveyed.responses - before.surveyed.responses
  const had = namesOf(before)
  const has = namesOf(now)
  const gained = [...has].filter((name) => !had.has(name)).length
  const lost = [...had].filter((name) => !has.has(name)).length
  const said = [
    more === 0
      ? `Les mêmes réponses que la n° ${before.number}.`
      : `${counted(Math.abs(more), 'réponse', 'réponses')} de ${more > 0 ? 'plus' : 'moins'} que la n° ${before.number}, à ${rules.baseStep} près. Chaque base est arrondie et protégée à part : elle peut bouger d’un peu plus, ou d’un peu moins.`,
    ...(tables.length === 0
      ? []
      : [
          `${tables.length > 1 ? 'Tables enregistrées' : 'Table enregistrée'} entre les deux : ${and([...tables])}.${without ? byTables(before, without, now, tables.length > 1) : ''}`,
        ]),
    ...(gained === 0 && lost === 0
      ? more === 0
        ? recomputed(before, now)
        : ['Les mêmes résultats ont un chiffre.']
      : [
          [
            ...(gained > 0 ? [`${counted(gained, 'résultat a', 'résultats ont')} un chiffre qui manquait`] : []),
            ...(lost > 0 ? [`${counted(lost, 'résultat n’a', 'résultats n’ont')} plus de chiffre`] : []),
          ]
            .join(' ; ')
            .concat('.'),
        ]),
    // what is lost or gained, and what waits, is told by itself
    ...(more === 0 ? [] : changedIn(before, now, true)),
    ...turnedSentence(before, now),
    ...lostGroups(before, now),
  ]
  return { said: said.map(typeset), kept: keptIn(now, keptZones([...earlier, before], now)) }
}

/** Of the same responses, that nothing changed is said too. */
function recomputed(before: Read, now: Read): string[] {
  const changed = changedIn(before, now, false)
  if (changed.length > 0) return changed
  return [
    canonical(before.document?.published) === canonical(now.document?.published)
      ? 'Aucun chiffre n’a changé.'
      : 'Aucun chiffre des résultats n’a changé.',
  ]
}

/** What the responses alone left as it was, and the tables changed: how many values, and the largest change. */
function byTables(before: Read, without: Read, now: Read, isSeveral: boolean): string {
  const kept = new Map(eachOnce(without.findings).map((finding) => [finding.indicator, finding]))
  const changed = changesIn(before, now, true, (finding) => kept.get(finding.indicator) ?? null)
  const values = changed.reduce((sum, one) => sum + one.values, 0)
  if (values === 0) return ''
  const own = isSeveral ? 'À elles seules, elles changent' : 'À elle seule, elle change'
  return ` ${own} ${valuesOf(values)} : ${changed[0]!.text}`
}

/**
 * Results that read otherwise, those whose values changed most first, with what the largest change was; so many are named.
 *
 * @param isOfFigures of what has a figure in both alone
 */
const mostNamed = 6
function changedIn(before: Read, now: Read, isOfFigures: boolean): string[] {
  const changed = changesIn(before, now, isOfFigures)
  if (changed.length === 0) return []
  const values = changed.reduce((sum, one) => sum + one.values, 0)
  const rest = changed.slice(mostNamed)
  const restValues = rest.reduce((sum, one) => sum + one.values, 0)
  return [
    `${counted(changed.length, 'résultat a', 'résultats ont')} changé${values > 0 ? `, ${valuesOf(values)} de ${changed.length > 1 ? 'leurs' : 'ses'} tableaux` : ''}.`,
    ...changed.slice(0, mostNamed).map(({ text }) => text),
    ...(rest.length > 0
      ? [
          `Et ${counted(rest.length, 'autre résultat', 'autres résultats')}${restValues > 0 ? `, ${valuesOf(restValues)}` : ''}.`,
        ]
      : []),
  ]
}

/** The largest change first. @param sameIn a finding between the two, of which only cells that were in it what they were before count */
function changesIn(
  before: Read,
  now: Read,
  isOfFigures: boolean,
  sameIn?: (finding: Finding) => Finding | null,
): Change[] {
  const then = new Map(eachOnce(before.findings).map((finding) => [finding.indicator, finding]))
  return eachOnce(now.findings)
    .flatMap((finding) => {
      const was = then.get(finding.indicator)
      return (was && changeIn(was, finding, isOfFigures, sameIn?.(finding))) ?? []
    })
    .toSorted((a, b) => b.size - a.size)
}

/** A value is what one cell of a table says; a figure (`ShownFigure`) is a result of a group, of one value or many. */
const valuesOf = (count: number): string => counted(count, 'valeur', 'valeurs')

type Cell = {
  table: string
  row: string
  column: string
  text: string
  whole: string
  estimate: Estimate | null
}
type Moved = { cell: Cell; old: Cell }
/** `size` of its largest change, from 0 to 1; below 0 where no value changed. `values`: how many cells say something else. */
type Change = { text: string; size: number; values: number }

/** « « Jours demandés » (Présence attendue, mercredis) : Certainement 170 → 110 ; et 20 autres valeurs. »; null = it reads as it did. */
function changeIn(was: Finding, finding: Finding, isOfFigures: boolean, between?: Finding | null): Change | null {
  if (between === null) return null
  const keyOf = ({ table, row, column }: Cell) => [table, row, column].join('\n')
  const byKey = (one: Finding) => new Map(cellsOf(one).map((cell) => [keyOf(cell), cell]))
  const then = byKey(was)
  const kept = between && byKey(between)
  const cells = cellsOf(finding)
  const title = quote(finding.title)
  const other = cells.flatMap((cell): Moved[] => {
    const old = then.get(keyOf(cell))
    const isSame = !kept || kept.get(keyOf(cell))?.whole === old?.whole
    const isComparable = isSame && (!isOfFigures || (old?.estimate && cell.estimate))
    return old && isComparable && old.whole !== cell.whole ? [{ cell, old }] : []
  })
  const lines = between ? '' : replacedLines(was, finding)
  if (other.length === 0) {
    if (lines !== '') return { text: `${title} : ${lines}.`, size: 0, values: 0 }
    if (isOfFigures) return null
    const isSame = then.size === cells.length && cells.every((cell) => then.has(keyOf(cell)))
    if (!isSame) return { text: `${title} : d’autres lignes ou d’autres colonnes.`, size: 0, values: 0 }
    return was.sentence === finding.sentence
      ? null
      : { text: `${title} : sa phrase est une autre.`, size: 0, values: 0 }
  }
  const values = other.length
  const turned = other.filter(({ cell, old }) => cell.text !== old.text)
  if (turned.length === 0)
    return { text: `${title} : l’intervalle seul de ${valuesOf(values)}${lines && ` ; ${lines}`}.`, size: -1, values }
  const sizeOf = sizeIn([...then.values(), ...cells])
  const first = turned.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]!
  const line = turned.filter(({ cell: { table, row } }) => table === first.cell.table && row === first.cell.row)
  const figures = line.map(
    ({ cell, old }) => `${line.length > 1 ? `${cell.column} ` : ''}${old.text}\u00a0→\u00a0${cell.text}`,
  )
  const where = first.cell.table === finding.title ? first.cell.row : `${first.cell.table}, ${first.cell.row}`
  return {
    text: `${title} (${where}) : ${figures.join(' ; ')}${others(turned.length - line.length, values - turned.length)}${lines && ` ; ${lines}`}.`,
    size: sizeOf(first),
    values,
  }
}

/** Lines that stand in the place of others, as the busiest day of a period does; '' = none. */
function replacedLines(was: Finding, finding: Finding): string {
  const then = new Map(tablesIn(was).map((grid) => [grid.title, grid.rows.map(({ label }) => label)]))
  const said = tablesIn(finding).flatMap(({ title, rows }) => {
    const before = then.get(title)
    const now = rows.map(({ label }) => label)
    if (before?.length !== now.length) return []
    const other = [...now.keys()].filter((at) => !before.includes(now[at]!) && !now.includes(before[at]!))
    const [first] = other
    if (first === undefined) return []
    const is = other.length > 1 ? 'sont d’autres, dont' : 'est une autre,'
    return [
      `${counted(other.length, 'ligne', 'lignes')} de ${quote(title)} ${is} ${quote(now[first]!)} au lieu de ${quote(before[first]!)}`,
    ]
  })
  return said.join(' ; ')
}

/** « ; et 20 autres valeurs, dont 3 par l’intervalle seul »; `intervals`: of which no more than an end moved. */
function others(turned: number, intervals: number): string {
  const all = turned + intervals
  if (all === 0) return ''
  const said = ` ; et ${counted(all, 'autre valeur', 'autres valeurs')}`
  if (intervals === 0) return said
  return `${said}, ${turned === 0 ? 'par' : `dont ${count(intervals)} par`} l’intervalle seul`
}

/** How far a value moved, beside the largest that there is in the same unit; a share beside all. What is no value in both is 0. */
function sizeIn(cells: readonly Cell[]): (moved: Moved) => number {
  const largest = new Map<string, number>()
  for (const { estimate } of cells)
    if (estimate?.value) largest.set(estimate.unit, Math.max(largest.get(estimate.unit) ?? 0, Math.abs(estimate.value)))
  return ({ cell, old }) => {
    const [from, to] = [old.estimate?.value, cell.estimate?.value]
    if (from == null || to == null) return 0
    const { unit } = cell.estimate!
    return Math.abs(to - from) / (unit === 'share' ? 1 : (largest.get(unit) ?? 1))
  }
}

/** What its tables say, in words, with and without intervals. */
const cellsOf = (finding: Finding): Cell[] =>
  tablesIn(finding).flatMap((grid) => {
    const columns = columnNames(grid)
    return grid.rows.flatMap(({ label, cells }) =>
      cells.map((one, at) => ({
        table: grid.title,
        row: label,
        column: columns[at] ?? '',
        estimate: one.kind === 'estimate' ? one.estimate : null,
        ...wordsOf(one),
      })),
    )
  })

function wordsOf(one: GridCell): Pick<Cell, 'text' | 'whole'> {
  if (one.kind === 'estimate') {
    const text = amount(one.estimate.value, one.estimate.unit)
    return { text, whole: `${text} (${span(one.estimate)})` }
  }
  const text =
    one.kind === 'count' ? count(one.value) : one.kind === 'text' ? one.text : cell({ ...one, value: null, base: 0 })
  return { text, whole: text }
}

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

/** What is of an earlier day still, since too few joined: whole zones first, then the whole, then list by list and in the order of each. */
function keptIn(now: Read, zones: { zone: string; since: number }[]): Changes['kept'] {
  const figures = figuresShown(now)
  const kept = figures.filter(isKept)
  // of the oldest publications no figure has its day
  const dated = new Set(kept.map(({ label }) => label))
  const undated = zones.filter(({ zone }) => !dated.has(zone))
  const sentences = [
    ...[...Map.groupBy(undated, ({ since }) => since)].map(
      ([since, own]) =>
        `Gardés de la n° ${since}, faute d’assez de réponses nouvelles (${untilEnough}) : ${and(own.map(({ zone }) => zone))}.`,
    ),
    ...datedGroups(figures, ordersIn(eachOnce(now.findings))),
  ].map(typeset)
  if (sentences.length === 0) return null
  const title = kept.length === 0 ? 'Des chiffres gardent leur ancienne date' : keptSaid(kept.length, figures.length)
  return { title: typeset(title), sentences: [...sentences, typeset(figureUnit)] }
}

/** Those that an earlier publication of everybody took in do not count any more. */
const untilEnough = `il en faut ${rules.leastNew} entre deux publications`

/** A sentence a day. */
function datedGroups(figures: readonly ShownFigure[], orders: ReadonlyMap<string, readonly string[]>): string[] {
  const dated = figures.filter(({ day }) => day !== undefined)
  return [...Map.groupBy(dated, ({ day }) => day!)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) => {
      const said = [...Map.groupBy(own, ({ list }) => list)]
        .toSorted(([a], [b]) => Number(b === everybody) - Number(a === everybody))
        .map(([list, members]) => {
          if (list === everybody) return `l’ensemble (${ofEverybody(members)})`
          const order = orders.get(list) ?? []
          const groups = [...Map.groupBy(members, ({ label }) => label)].toSorted(
            ([a], [b]) => order.indexOf(a) - order.indexOf(b),
          )
          return `${list}, ${and(groups.map(([label, of]) => `${named(label)} (${figuresOf(of.length)})`))}`
        })
      return `Gardés du ${date(day)}, faute d’assez de réponses nouvelles à ces questions (${untilEnough}) : ${said.join(' ; ')}.`
    })
}

const figuresOf = (many: number) => counted(many, 'chiffre', 'chiffres')

function ofEverybody(members: readonly ShownFigure[]): string {
  const parts = members.filter(({ isPart }) => isPart).length
  const whole = members.length - parts
  return [
    whole > 0 ? figuresOf(whole) : '',
    parts > 0 ? `${whole > 0 ? `et ${count(parts)}` : figuresOf(parts)} en partie` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

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
