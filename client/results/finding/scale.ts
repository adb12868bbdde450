/** The bars of one page of a finding, on one scale: the same length is the same share. */
import type { analyse } from '../../../api/wire/public.ts'
import { type BarsSpec, barsSpec } from '../../parts/charts/specs.ts'

/** The axis that holds every interval of the shares of a page; 0 = it draws none. */
export const endOfShares = ({ finding: { chart }, tables }: Pick<analyse.FindingPage, 'finding' | 'tables'>): number =>
  Math.max(
    0,
    ...[chart, ...tables.map((one) => one.chart)].flatMap((one) =>
      one?.kind === 'bars' && one.unit === 'share' ? [one.end] : [],
    ),
  )

/** @param end of the shares of the page; other numbers keep their own axis */
export const onOneScale = (chart: analyse.BarsChart, end: number): BarsSpec =>
  barsSpec(chart.unit === 'share' ? { ...chart, end } : chart)
