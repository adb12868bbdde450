/** The small picture of a finding: its week, its answers, or its zones where it is one share; drawn from what is published. */
import {
  barsIn,
  type Finding,
  isSummary,
  mostStops,
  zoneBarsOf,
  zoneChartOf,
} from '../../../analysis/findings/finding.ts'
import { isOpen } from '../../../analysis/findings/ties.ts'
import { datedText, outsideZones } from '../../../analysis/report/short/zone-notes.ts'
import type { BarsChart } from '../../../analysis/report/tree.ts'
import { zoneNames } from '../../../surveys/authority/territory.ts'
import type * as wire from '../../wire/results.ts'
import { shownEstimate } from '../shown.ts'

/** Bars that a small picture of answers holds. */
const mostBars = 5

/** @returns null when nothing may be drawn: too few people answered */
export function pictureOf(
  finding: Pick<
    Finding,
    | 'estimate'
    | 'chart'
    | 'table'
    | 'breakdowns'
    | 'standing'
    | 'aside'
    | 'together'
    | 'evidence'
    | 'zone'
    | 'isZoneOpen'
  >,
): wire.Picture | null {
  const { chart, standing, aside, together = [] } = finding
  if (chart?.kind === 'week') {
    // what the sentence is about, and what documents draw
    const layer = chart.layers[0]!
    return { kind: 'week', layer: layer.layer, title: layer.title, values: layer.values }
  }
  const byZone = zoneBarsOf(finding)
  const [answers] = barsIn(finding)
  if (!answers) return null
  if (isSummary(finding)) return answers.bars.length > mostStops ? null : barsOf(answers, 'stops', undefined)
  if (!byZone) {
    // as the sentence begins: with who gave none, or with nobody, where no answer is put first
    const first = isOpen(together) ? aside?.label : (standing?.row ?? answers.bars[0]?.label)
    const drawn = barsOf(answers, 'answers', first)
    const zone = finding.isZoneOpen ? undefined : finding.zone
    return drawn?.kind === 'bars' && zone !== undefined ? { ...drawn, zone: zoneNames()[zone] ?? zone } : drawn
  }
  const [only] = byZone.bars
  const lead = answers === zoneChartOf(finding) ? standing?.row : only!.label
  const drawn = barsOf(byZone, 'zones', lead ?? only!.label)
  if (drawn?.kind !== 'bars') return drawn
  const dated = datedText(byZone.bars)
  const outside = outsideZones(finding, byZone)
  return { ...drawn, ...(dated === '' ? {} : { dated }), ...(outside === '' ? {} : { outside }) }
}

/** What its map shows, everybody first, then every zone, those without a figure too; null = no zone has one. */
export function zonesIn(finding: Pick<Finding, 'chart' | 'breakdowns'>): wire.FindingPage['zones'] {
  const [whole, ...zones] = zoneBarsOf(finding)?.bars ?? []
  if (!whole || zones.every(({ estimate }) => estimate.value === null)) return null
  return [whole, ...zones].map(({ label: name, estimate }) => ({ name, estimate, ...shownEstimate(estimate) }))
}

/** The largest bars in the order of the chart, the one of the headline among them; every zone, and every stop of a scale. */
function barsOf(
  { bars, end, unit }: BarsChart,
  by: 'answers' | 'stops' | 'zones',
  lead: string | undefined,
): wire.Picture | null {
  const drawn = bars.filter(({ estimate }) => estimate.value !== null)
  if (drawn.length === 0) return null
  const largest = drawn
    .toSorted((a, b) => Number(b.label === lead) - Number(a.label === lead) || b.estimate.value! - a.estimate.value!)
    .slice(0, by === 'answers' ? mostBars : drawn.length)
  const others = bars.filter((bar) => !largest.includes(bar))
  const waiting =
    by === 'zones' ? others.filter(({ estimate }) => estimate.value === null && estimate.why === 'waiting') : []
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
    left: others.filter((bar) => !waiting.includes(bar)).map(({ label }) => label),
    ...(waiting.length > 0 ? { waiting: waiting.map(({ label }) => label) } : {}),
  }
}
