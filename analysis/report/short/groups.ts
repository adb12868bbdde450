/** Groups compared on one answer, read from the published tables of a finding; and those worth a reader’s time. */
import { outsideZone, zoneNames } from '../../../surveys/authority/territory.ts'
import { axisEnd } from '../../../surveys/charts/marks.ts'
import { floor, isUncertain } from '../../../surveys/charts/uncertain.ts'
import { capital } from '../../../surveys/languages.ts'
import { adjust } from '../../comparisons/adjust.ts'
import { changeBetween } from '../../comparisons/waves.ts'
import type { Estimate } from '../../estimates/estimate.ts'
import { eachOnce, type Finding, isSummary } from '../../findings/finding.ts'
import { datedSentence } from '../../findings/sentence.ts'
import { unquoted } from '../../findings/ties.ts'
import { ended, figure, interval, typeset } from '../../text/format.ts'
import type { BarsChart, Grid } from '../tree.ts'
import { datedText } from './zone-notes.ts'

/** `day`: ISO day of a figure of an earlier publication. */
type Member = { label: string; estimate: Estimate; day?: string | undefined }
/** One answer, or the mean, by the groups of one list. `answer`: '' when the finding is about a single one. */
export type Series = { title: string; answer: string; members: Member[]; isMean?: true }

/** `established`: the gap holds after correction for every pair of groups of its table (Holm), as under that table. */
export type Comparison = { finding: Finding; series: Series; most: Member; least: Member; established: boolean }

/** Every answer of a finding by every list it is broken down by, where two groups at least have a figure. */
export const seriesOf = (finding: Pick<Finding, 'breakdowns'>): Series[] =>
  sharesIn(finding)
    .map(ofTerritory)
    // « non » compared between groups says what the other answers say better
    .filter(({ members, answer }) => members.length > 1 && !/^(non|rien|aucun)\b/i.test(answer))

const sharesIn = ({ breakdowns }: Pick<Finding, 'breakdowns'>): Series[] =>
  breakdowns
    .filter(({ isWhole, table }) => !isWhole && table.title.startsWith('Selon'))
    .flatMap(({ table, chart }) => (chart ? [downwards(table)] : across(table)))

/** Of a scale or a number, the means of the groups. */
const meansIn = ({ breakdowns }: Pick<Finding, 'breakdowns'>): Series[] =>
  breakdowns
    .filter(({ table }) => /^Moyenne selon\s:/.test(table.title))
    .map(({ table }): Series => ({ ...downwards(table, 'score'), isMean: true }))

const meansOf = (finding: Pick<Finding, 'breakdowns'>): Series[] =>
  meansIn(finding)
    .map(ofTerritory)
    .filter(({ members }) => members.length > 1)

/** Whoever lives outside the territory answers, and no decision is about them. */
const ofTerritory = (series: Series): Series => ({
  ...series,
  members: series.members.filter(({ label }) => label !== zoneNames()[outsideZone]),
})

const shares = (
  members: { label: string; cell: Grid['rows'][number]['cells'][number] | undefined }[],
  dated: Grid['dated'] = [],
  unit: Estimate['unit'] = 'share',
): Member[] =>
  members.flatMap(({ label, cell }) => {
    if (cell?.kind !== 'estimate' || cell.estimate.unit !== unit) return []
    return [{ label, estimate: cell.estimate, day: cell.day ?? dated.find((one) => one.label === label)?.day }]
  })

const downwards = ({ title, rows, dated }: Grid, unit: Estimate['unit'] = 'share'): Series => ({
  title,
  answer: '',
  members: shares(
    rows.map(({ label, cells }) => ({ label, cell: cells[0] })),
    dated,
    unit,
  ),
})

const across = ({ title, columns, rows, dated }: Grid): Series[] =>
  rows.map(({ label, cells }) => ({
    title,
    answer: label,
    members: shares(
      columns.slice(1).map((group, at) => ({ label: group, cell: cells[at] })),
      dated,
    ),
  }))

type Pair = readonly [most: Member, least: Member]

/** Every two of them, the widest gap first. */
function pairsOf({ members }: Series): Pair[] {
  const ordered = members.toSorted((a, b) => b.estimate.value - a.estimate.value)
  const pairs = ordered.flatMap((one, at) => ordered.slice(at + 1).map((other): Pair => [one, other]))
  return pairs.toSorted((a, b) => gap(b) - gap(a))
}
const gap = ([most, least]: Pair) => most.estimate.value - least.estimate.value

const nameOf = ({ title, answer }: Series, [one, other]: Pair) =>
  [title, answer, ...[one.label, other.label].sort()].join('\n')

type Tested = { name: string; pair: Pair; p: number; adjusted: number }

/** Every gap of a finding: every answer and every group of a table are one family, those that are not told here too. */
function testedIn(finding: Finding): Tested[] {
  const tables = Map.groupBy([...sharesIn(finding), ...meansIn(finding)], ({ title }) => title)
  return [...tables.values()].flatMap((family) => {
    const gaps = family.flatMap((series) => pairsOf(series).map((pair) => ({ name: nameOf(series, pair), pair })))
    const p = gaps.map(({ pair: [most, least] }) => changeBetween(least.estimate, most.estimate)?.p ?? Number.NaN)
    const adjusted = adjust(p)
    return gaps.map((one, at) => ({ ...one, p: p[at]!, adjusted: adjusted[at]! }))
  })
}

const isEstablished = ({ adjusted }: Tested): boolean => adjusted < 0.05
const namesOf = (tested: readonly Tested[]): ReadonlySet<string> => new Set(tested.map(({ name }) => name))

/**
 * Established in their own tables, among all tables one in twenty at most due to chance (Benjamini and Hochberg), and between
 * figures that can be cited: as the explorer proposes them.
 */
function clearIn(findings: readonly Finding[]): Map<Finding, ReadonlySet<string>> {
  const tested = findings.map((finding) => [finding, testedIn(finding)] as const)
  const p = tested.flatMap(([, own]) => own.map((one) => one.p))
  const adjusted = adjust(p, 'BH')
  const most = Math.max(...p.filter((_, at) => adjusted[at]! < 0.05), -1)
  const isClear = (one: Tested) => isEstablished(one) && one.p <= most && !isRough(one.pair)
  return new Map(tested.map(([finding, own]) => [finding, namesOf(own.filter(isClear))]))
}

/** An interval says little beside the whole, or the largest mean; beside itself a small figure always has a wide one. */
const isRough = ([most, least]: Pair): boolean =>
  [most, least].some(({ estimate: { low, high, unit, effectiveBase } }) => {
    const whole = unit === 'share' ? 1 : Math.abs(most.estimate.value)
    return effectiveBase < floor.effectiveBase || high - low >= floor.shareWidth * whole
  })

/** @returns the two groups furthest apart of those whose gap is established, else the two furthest apart */
function comparisonOf(finding: Finding, series: Series, established: ReadonlySet<string>): Comparison {
  const pairs = pairsOf(series)
  const found = pairs.find((pair) => established.has(nameOf(series, pair)))
  const [most, least] = found ?? pairs[0]!
  return { finding, series, most, least, established: found !== undefined }
}

/** A gap of means in parts of the largest, beside those of shares. */
const gapOf = ({ most, least, series }: Comparison) =>
  (most.estimate.value - least.estimate.value) / (series.isMean ? Math.max(1, most.estimate.high) : 1)

/**
 * The widest gap of a finding, an established one first; null without two groups. Of a mean or a median, what groups say on average;
 * a single stop of its scale only where its gap is established: another one would be any.
 *
 * @param narrowed the groups that count; null = the series does not
 * @param established names of the gaps that are told as such
 */
export function widestOf(
  finding: Finding,
  narrowed: (series: Series) => Series | null = (series) => series,
  established = namesOf(testedIn(finding).filter(isEstablished)),
): Comparison | null {
  const isScale = isSummary(finding)
  const all = [...(isScale ? meansOf(finding) : []), ...seriesOf(finding)]
    .flatMap((series) => narrowed(series) ?? [])
    .filter(({ members }) => members.length > 1)
    .map((series) => comparisonOf(finding, series, established))
    .filter((one) => !isScale || one.series.isMean || one.established)
  return all.toSorted(byWorth)[0] ?? null
}

/** Means and medians whose groups were compared, and of which nothing may be told. */
export const withoutGap = (findings: readonly Finding[]): Finding[] =>
  eachOnce(findings).filter((one) => isSummary(one) && seriesOf(one).length > 0 && widestOf(one) === null)

// that ages differ is seldom news
const isByAge = ({ series }: Comparison) => /âge/i.test(series.title)

const byWorth = (a: Comparison, b: Comparison) =>
  Number(b.established) - Number(a.established) || Number(isByAge(a)) - Number(isByAge(b)) || gapOf(b) - gapOf(a)

/** The comparisons worth reading: gaps that are clear, the widest first; one a question. */
export function worthReading(findings: readonly Finding[], most = 3): Comparison[] {
  const each = eachOnce(findings)
  const clear = clearIn(each)
  const all = each
    .flatMap((finding) => widestOf(finding, undefined, clear.get(finding)) ?? [])
    .filter(({ established }) => established)
    .toSorted(byWorth)
  const asked = new Set<string>()
  return all
    .filter(({ finding: { questionnaire, source } }) => {
      const question = `${questionnaire}/${source.field}`
      return !asked.has(question) && asked.add(question)
    })
    .slice(0, most)
}

/**
 * « Par zone, réponse « Le prix » : Nord, 62 % (entre 55 % et 68 %) ; Sud, 31 % (entre 22 % et 41 %). L’écart est établi. », and who
 * has the figure of one of the two.
 */
export function gapSentence({ series, most, least, established }: Comparison): string {
  const said = (one: Member) => `${named(one)}, ${figure(one.estimate)} (${interval(one.estimate)})`
  const list = listIn(series)
  const by = list.endsWith('?') ? `Selon la réponse à « ${capital(list)} »` : `Par ${list}`
  const answer = series.answer === '' ? '' : `, réponse « ${unquoted(series.answer)} »`
  const what = `${by}${series.isMean ? ', en moyenne' : answer}`
  const isOneDay = most.day !== undefined && most.day === least.day
  const dated = isOneDay ? datedSentence(most.day!, 2) : datedText([most, least])
  const gap = `${what} : ${said(most)} ; ${said(least)}. ${established ? 'L’écart est établi.' : 'L’écart n’est pas établi.'}`
  const ends = figure(most.estimate) === figure(least.estimate) ? [] : [most, least]
  return typeset([gap, ...ends.map((end) => besideText(series, end)), dated].filter(Boolean).join(' '))
}

const named = ({ label }: Member) => (label === 'Autres' ? 'les autres, ensemble' : label)

/** « Centre, Est : même chiffre que Nord. » '' = no other group has it. */
function besideText({ members }: Series, end: Member): string {
  const same = members.filter((one) => one.label !== end.label && figure(one.estimate) === figure(end.estimate))
  return same.length === 0 ? '' : `${capital(same.map(named).join(', '))} : même chiffre que ${named(end)}.`
}

const listIn = ({ title }: Series): string => title.replace(/^(?:Moyenne s|S)elon\s:\s/, '')

/** « Réponse « 2 » selon « Comment venez-vous ? » », « Réponse « Le prix » par zone », « Par zone ». */
export function seriesTitle(series: Series): string {
  const { answer, isMean } = series
  const list = listIn(series)
  const by = list.endsWith('?') ? `selon « ${capital(list)} »` : `par ${list}`
  const what = isMean ? 'Moyenne' : answer === '' ? '' : `Réponse « ${unquoted(answer)} »`
  return typeset(what === '' ? capital(by) : `${what} ${by}`)
}

/** The groups of a comparison as a table with its bars. */
export function comparisonGrid({ finding, series }: Comparison): { grid: Grid; chart: BarsChart } {
  const { members, isMean } = series
  const title = seriesTitle(series)
  const what = isMean ? 'Moyenne' : 'Part'
  const base = `${what} dans chaque groupe, avec son intervalle à 95 %`
  const largest = Math.max(...members.map(({ estimate }) => estimate.high))
  const end = isMean ? axisEnd(largest, false) : ([0.2, 0.5, 1].find((one) => largest <= one) ?? 1)
  return {
    grid: {
      title,
      base,
      columns: ['Groupe', what, 'Intervalle à 95 %'],
      rows: members.map(({ label, estimate }) => ({ label, cells: [{ kind: 'estimate', estimate }] })),
      notes: [datedText(members)].filter(Boolean),
    },
    chart: {
      kind: 'bars',
      title,
      base,
      alt: `${ended(finding.title)} ${members.map(({ label, estimate }) => `${label} ${figure(estimate)}`).join(', ')}.`,
      unit: isMean ? 'score' : 'share',
      end,
      bars: members.map(({ label, estimate }) => ({ label, estimate, uncertain: isUncertain(estimate) })),
    },
  }
}
