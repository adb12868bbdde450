/** The small picture of a finding: its week, its answers, or its zones where it is one share; drawn from what is published. */
import { type Finding, zoneChartOf } from '../../../analysis/findings/finding.ts'
import type { BarsChart } from '../../../analysis/report/tree.ts'
import { outsideZone, zoneNames } from '../../../surveys/authority/territory.ts'
import type * as wire from '../../wire/results.ts'
import { shownEstimate } from '../shown.ts'

/** Bars that a small picture of answers holds. */
const mostBars = 5

/** @returns null when nothing may be drawn: too few people answered */
export function pictureOf(finding: Pick<Finding, 'chart' | 'breakdowns' | 'standing' | 'aside'>): wire.Picture | null {
  const { chart, breakdowns, standing, aside } = finding
  if (chart?.kind === 'week') {
    const layer = chart.layers.find((one) => one.layer === 'lacking') ?? chart.layers[0]!
    return { kind: 'week', layer: layer.layer, title: layer.title, values: layer.values }
  }
  const zones = zoneChartOf(finding)
  const answers = chart ?? breakdowns.find((one) => one.chart)?.chart
  if (!answers) return null
  const [only, ...others] = answers.bars
  // what more people answered is said first, and shown first
  if (others.length > 0 || !zones || !only)
    return barsOf(answers, 'answers', aside?.label ?? standing?.row ?? only?.label)
  const own = zones.bars.filter(({ label }) => label !== zoneNames()[outsideZone])
  return barsOf({ ...zones, end: Math.max(zones.end, answers.end), bars: [only, ...own] }, 'zones', only.label)
}

/** The largest bars in the order of the chart, the one of the headline among them; every zone. */
function barsOf({ bars, end }: BarsChart, by: 'answers' | 'zones', lead: string | undefined): wire.Picture | null {
  const drawn = bars.filter(({ estimate }) => estimate.value !== null)
  if (drawn.length === 0) return null
  const largest = drawn
    .toSorted((a, b) => Number(b.label === lead) - Number(a.label === lead) || b.estimate.value! - a.estimate.value!)
    .slice(0, by === 'zones' ? drawn.length : mostBars)
  return {
    kind: 'bars',
    by,
    end,
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
