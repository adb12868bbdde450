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
  const zones = zoneChartOf(finding)
  const charts = barsIn(finding)
  const [answers] = charts
  if (!answers) return null
  // a finding of one zone has the zones first
  const whole = zones && answers === zones ? charts.find(({ bars }) => bars.length === 1) : answers
  const [only, ...others] = whole?.bars ?? []
  // what more people answered is said first, and shown first
  if (others.length > 0 || !zones || !only)
    return barsOf(answers, 'answers', aside?.label ?? standing?.row ?? answers.bars[0]?.label)
  const own = zones.bars.filter(({ label }) => label !== zoneNames()[outsideZone])
  const lead = answers === zones ? standing?.row : only.label
  return barsOf({ ...zones, bars: [only, ...own] }, 'zones', lead ?? only.label)
}

/** What its map shows, everybody first; null = no zone has a figure. */
export function zonesIn(
  finding: Pick<Finding, 'chart' | 'breakdowns' | 'standing' | 'aside'>,
): wire.FindingPage['zones'] {
  const picture = pictureOf(finding)
  if (picture?.kind !== 'bars' || picture.by !== 'zones') return null
  return picture.bars.map(({ label: name, estimate, text, interval }) => ({ name, estimate, text, interval }))
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
