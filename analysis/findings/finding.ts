/** A finding: a sentence with its figure under an objective of the plan, and what it rests on. */
import { outsideZone, zoneNames } from '../../surveys/authority/territory.ts'
import type { Indicator, Unit } from '../../surveys/questionnaire/questionnaire.ts'
import type { Study } from '../columns/study.ts'
import type { NoiseRules } from '../disclosure/perturbation.ts'
import type { Published } from '../disclosure/published-figure.ts'
import type { Estimate, NoEstimate } from '../estimates/estimate.ts'
import type { Answered } from '../measures/respondents/representativity.ts'
import type { Waves } from '../measures/waves.ts'
import type { BarsChart, Chart, Grid } from '../report/tree.ts'
import type { Bounds } from './bounds.ts'
import type { Easy } from './easy.ts'
import type { Strength } from './strength.ts'

/** No figure, and why; `base` null when it may not be published either. */
export type NoFinding = Omit<NoEstimate, 'base'> & { base: number | null }

export type Finding = {
  objective: number
  action: number
  questionnaire: string
  indicator: string
  title: string
  estimate: Estimate | NoFinding
  sentence: string
  /** The same figure weighted, in publications made before the cell-key method. */
  weighted?: Estimate
  strength: Strength
  /** Zone an objective is about, where the sentence tells it: its figure leads, or concludes nothing. */
  zone?: string
  /** It concludes nothing: the figure is of everybody. */
  isZoneOpen?: true
  /** ISO day of its figure, shown again from an earlier publication. */
  day?: string
  /** Beside the figure of a zone, that of everybody; `isApart`: whether the gap with the other zones is established, absent = it is not told. */
  whole?: { estimate: Estimate; day?: string; isApart?: boolean }
  /** Names of the waves its figure is of, when several. */
  waves?: string[]
  /** What those who did not respond could change; absent = nobody knows how many they are, or the figure is no share. */
  bounds?: Bounds
  /** An answer that never leads (« rien de cela »), where more people gave it: said first. */
  aside?: { label: string; estimate: Estimate }
  /** Answers that may be the most frequent one, when several may: none of them is said to be first. */
  together?: string[]
  table?: Grid
  /** Where the headline stands in its table; absent = nowhere alone. */
  standing?: { row: string; column: string }
  chart?: Chart
  /** The rest of its tables, most of them by group. `isWhole`: of everybody (children, places, adults), to be read with the finding. */
  breakdowns: { table: Grid; chart?: BarsChart; isWhole?: true }[]
  /** The same in easy French; absent = there are no easy words for it. */
  easy?: Easy
  /** `title`: of the questionnaire. */
  /** `ends`: what those of its scale mean; absent where no words say it, and from publications made before. */
  source: { questionnaire: string; title: string; version: number; field: string; question: string; ends?: string }
  /** `unit`: what the base counts. */
  evidence: {
    base: number | null
    unit: Unit
    effectiveBase: number | null
    weighted: boolean
    method: string | null
    /** Noise of the counts behind the figure; absent from publications made before the cell-key method. */
    noise?: NoiseRules
  } & Pick<Study, 'period' | 'trial'>
  limits: string[]
}

/**
 * By objective. In each, what concludes comes before what does not; then the questionnaire that asks most about it: its subject is theirs,
 * others touch on it.
 */
export function inReadingOrder<T extends Pick<Finding, 'objective' | 'questionnaire' | 'strength'>>(
  findings: readonly T[],
): T[] {
  const isOpen = ({ strength }: T) => Number(strength === 'non concluant')
  const keyOf = ({ objective, questionnaire }: T) => `${objective}@${questionnaire}`
  const asked = Map.groupBy(findings, keyOf)
  const askedMore = (a: T, b: T) => asked.get(keyOf(b))!.length - asked.get(keyOf(a))!.length
  return findings.toSorted((a, b) => a.objective - b.objective || isOpen(a) - isOpen(b) || askedMore(a, b))
}

/** Each finding once, under the first objective it serves. */
export function eachOnce<T extends Pick<Finding, 'questionnaire' | 'indicator'>>(findings: readonly T[]): T[] {
  const known = new Set<string>()
  return findings.filter(({ questionnaire, indicator }) => {
    const name = `${questionnaire}/${indicator}`
    return !known.has(name) && known.add(name)
  })
}

/** The chart of a finding by zone of the territory; undefined = it has none. */
export function zoneChartOf(finding: Pick<Finding, 'chart' | 'breakdowns'>): BarsChart | undefined {
  const names = Object.values(zoneNames())
  return barsIn(finding).find(({ bars }) => bars.length > 1 && bars.every(({ label }) => names.includes(label)))
}

/** One share of everybody, then of each zone; null when it has several answers, or no zones. */
export function zoneBarsOf(finding: Pick<Finding, 'chart' | 'breakdowns'>): BarsChart | null {
  if (finding.chart?.kind === 'week') return null
  const zones = zoneChartOf(finding)
  const charts = barsIn(finding)
  // a finding of one zone has the zones first
  const whole = charts[0] === zones ? charts.find(({ bars }) => bars.length === 1) : charts[0]
  const [only, ...others] = whole?.bars ?? []
  if (others.length > 0 || !zones || !only) return null
  const own = zones.bars.filter(({ label }) => label !== zoneNames()[outsideZone])
  return { ...zones, bars: [only, ...own] }
}

/** A mean or a median beside the answers it sums up: a few of them would say something else. */
export const isSummary = ({ estimate, chart }: Pick<Finding, 'estimate' | 'chart'>): boolean =>
  estimate.value !== null && estimate.unit !== 'share' && chart?.kind === 'bars' && chart.unit === 'share'

/** Stops of a scale that are read at a glance: 0 to 10. Of more, a small picture holds none. */
export const mostStops = 11

/** Its own first, then those of its breakdowns. */
export const barsIn = ({ chart, breakdowns }: Pick<Finding, 'chart' | 'breakdowns'>): BarsChart[] => [
  ...(chart?.kind === 'bars' ? [chart] : []),
  ...breakdowns.flatMap((one) => one.chart ?? []),
]

export type Findings = {
  findings: Finding[]
  /** Indicators that cannot be read as they are written, and why in French. */
  unread: { indicator: Indicator; why: string }[]
  /** Who answered, who is missing, where to go next. */
  answered: Answered
  /** What changed between the last two waves; null = a single one. */
  waves: Waves | null
  /** All that these findings disclose, to be frozen and to check later publications against. */
  published: Published
}
