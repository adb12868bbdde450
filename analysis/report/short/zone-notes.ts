/** What stands under the zones of one share, beside that of everybody: from when figures are, and who is in none of them. */
import { beyondText, outsideOf } from '../../../surveys/charts/outside.ts'
import { type Finding, zoneChartOf } from '../../findings/finding.ts'
import { isBeyond } from '../../findings/presentation.ts'
import { and, baseText, date, typeset } from '../../text/format.ts'
import type { BarsChart } from '../tree.ts'

type Dated = { label: string; day?: string | undefined }

/** « Nord et Sud : chiffres arrêtés au 26 novembre 2026. »; '' = all are of their publication. */
export function datedText(members: readonly Dated[]): string {
  const dated = members.flatMap(({ label, day }) => (day === undefined ? [] : [{ label, day }]))
  return [...Map.groupBy(dated, ({ day }) => day)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) =>
      typeset(
        `${and(own.map(({ label }) => label))} : ${own.length > 1 ? 'chiffres arrêtés' : 'chiffre arrêté'} au ${date(day)}.`,
      ),
    )
    .join(' ')
}

/** Those of everybody who are in none of the zones that are drawn; of too few to be told, why the whole stands away from them; '' = it does not. */
export function outsideZones(
  { chart, table, breakdowns, evidence }: Pick<Finding, 'chart' | 'table' | 'breakdowns' | 'evidence'>,
  { bars: [whole, ...zones] }: Pick<BarsChart, 'bars'>,
): string {
  const bases = zones.flatMap(({ estimate }) => (estimate.value === null ? [] : [estimate.base]))
  const outside = whole!.estimate.value === null ? 0 : outsideOf(whole!.estimate.base, bases)
  const isAway = isBeyond({ whole: whole!.estimate, own: zones.map(({ estimate }) => estimate) })
  if (outside === 0) return isAway ? typeset(beyondText) : ''
  const all = zoneChartOf({ ...(chart ? { chart } : {}), breakdowns })
  const grid = all === chart ? table : breakdowns.find((one) => one.chart === all)?.table
  const isEvery = grid?.outside !== undefined && bases.length === zones.length
  if (!isEvery && !isAway) return ''
  return typeset(
    isEvery
      ? `Environ ${baseText(outside, evidence.unit)}, dont la commune n’est pas dite, ne comptent que dans l’ensemble.`
      : 'Les réponses qui ne sont d’aucune de ces zones ne comptent que dans l’ensemble.',
  )
}
