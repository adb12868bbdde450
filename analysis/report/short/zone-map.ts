/** The zones of the territory shaded by one answer, where the outlines are known and most zones have a figure. */
import { isUncertain } from '../../../surveys/charts/uncertain.ts'
import type { NoEstimate } from '../../estimates/estimate.ts'
import { figure, typeset } from '../../text/format.ts'
import type { ReportSource } from '../source.ts'
import type { ZoneMap } from '../tree.ts'
import type { Comparison, Series } from './groups.ts'
import { datedText } from './zone-notes.ts'

/** The zones of a series: not « Autres », nor who lives elsewhere; null when it is about something else. */
export const zonesIn =
  ({ outlines }: Pick<ReportSource, 'outlines'>) =>
  (series: Series): Series | null => {
    const names = outlines?.zones.map(({ name }) => name) ?? []
    const members = series.members.filter(({ label }) => names.includes(label))
    return members.length > 1 ? { ...series, members } : null
  }

/** Why a zone has no figure in the table of a series. */
function silentIn({ breakdowns }: Comparison['finding'], { title, answer }: Series, zone: string): NoEstimate {
  const table = breakdowns.find((one) => one.table.title === title)?.table
  const [row, column] = answer === '' ? [zone, 0] : [answer, (table?.columns.indexOf(zone) ?? 0) - 1]
  const cell = table?.rows.find(({ label }) => label === row)?.cells[column]
  if (cell?.kind === 'none') return { ...cell, value: null, base: 0 }
  return { value: null, why: table?.waiting?.includes(zone) ? 'waiting' : 'too-few', base: 0 }
}

export function zoneMapOf({ finding, series }: Comparison, { outlines }: ReportSource): ZoneMap | null {
  // the shades are those of shares
  if (series.isMean) return null
  if (!outlines || outlines.questionnaires?.includes(finding.questionnaire) === false) return null
  const zones = outlines.zones.map(({ name, rings }) => {
    const member = series.members.find(({ label }) => label === name)
    const estimate = member?.estimate ?? silentIn(finding, series, name)
    return { name, rings, estimate, uncertain: isUncertain(estimate) }
  })
  const said = series.members.map(({ label, estimate }) => `${label} ${figure(estimate)}`)
  // of a map that is mostly grey the words beside it say all
  if (zones.filter(({ estimate }) => estimate.value !== null).length * 2 <= zones.length) return null
  return {
    kind: 'map',
    title: typeset(series.answer === '' ? finding.title : `${finding.title} : ${series.answer}`),
    base: ['Part dans chaque zone.', datedText(series.members)].filter(Boolean).join(' ').replace(/\.$/, ''),
    alt: typeset(`Carte des zones. ${said.join(', ')}.`),
    source: outlines.source,
    zones,
  }
}
