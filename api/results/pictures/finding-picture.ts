/** The small picture of a finding: its week, its answers, or its zones where it is one share; drawn from what is published. */
import { barsIn, type Finding, zoneChartOf } from '../../../analysis/findings/finding.ts'
import type { BarsChart } from '../../../analysis/report/tree.ts'
import { outsideZone, zoneNames } from '../../../surveys/authority/territory.ts'
import type * as wire from '../../wire/results.ts'
import { shownEstimate } from '../shown.ts'

/** Bars that a small picture of answers holds. */
const mostBars = 5

/** @returns null when nothing may be drawn: too few people answered */
export function pictureOf(finding: Pick<Finding, 'chart' | 'breakdowns' | 'standing' | 'aside'>): wire.Picture | null {
  const { chart, standing, aside } = finding
  if (chart?.kind === 'week') {
    const layer = chart.layers.find((one) => one.layer === 'lacking') ?? chart.layers[0]!
    return { kind: 'week', layer: layer.layer, title: layer.title, values: layer.values }
  }
  const byZone = zoneBarsOf(finding)
  const [answers] = barsIn(finding)
  if (!answers) return null
  // what more people answered is said first, and shown first
  if (!byZone) return barsOf(answers, 'answers', aside?.label ?? standing?.row ?? answers.bars[0]?.label)
  const [only] = byZone.bars
  const lead = answers === zoneChartOf(finding) ? standing?.row : only!.label
  return barsOf(byZone, 'zones', lead ?? only!.label)
}

/** One share of everybody, then of each zone; null when it has several answers, or no zones. */
function zoneBarsOf(finding: Pick<Finding, 'chart' | 'breakdowns'>): BarsChart | null {
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

/** What its map shows, everybody first, then every zone, those without a figure too; null = no zone has one. */
export function zonesIn(finding: Pick<Finding, 'chart' | 'breakdowns'>): wire.FindingPage['zones'] {
  const [whole, ...zones] = zoneBarsOf(finding)?.bars ?? []
  if (!whole || zones.every(({ estimate }) => estimate.value === null)) return null
  return [whole, ...zones].map(({ label: name, estimate }) => ({ name, estimate, ...shownEstimate(estimate) }))
}

/** The largest bars in the order of the chart, the one of the headline among them; every zone. */
function barsOf(
  { bars, end, unit }: BarsChart,
  by: 'answers' | 'zones',
  lead: string | undefined,
): wire.Picture | null {
  const drawn = bars.filter(({ estimate }) => estimate.value !== null)
  if (drawn.length === 0) return null
  const largest = drawn
    .toSorted((a, b) => Number(b.label === lead) - Number(a.label === lead) || b.estimate.value! - a.estimate.value!)
    .slice(0, by === 'zones' ? drawn.length : mostBars)
  return {
    kind: 'bars',
    by,
    // pictures stand side by side without an axis: the same length is the same share
    end: unit === 'share' ? 1 : end,
    bars: drawn
      .filter((bar) => largest.includes(bar))
      .map(({ label, estimate, uncertain }) => ({
        label,
        estimate,
        ...shownEstimate(estimate),
        isLead: label === lead,
        isUncertain: uncertain,
      })),
    left: bars.filter((bar) => !largest.includes(bar)).map(({ label }) => label),
  }
}
