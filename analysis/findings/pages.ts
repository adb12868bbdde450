/** Where the figures of a finding stand: its own table and chart, then those that break it down. */
import type { Figures } from '../disclosure/published-figure.ts'
import type { Layout, Measured } from '../measures/measure.ts'
import type { Finding } from './finding.ts'
import { groupTests } from './group-tests.ts'
import { barsOf, gridOf, type Who, weekChartOf } from './presentation.ts'

function standingOf(headline: Measured['headline'], layout: Layout | undefined): Finding['standing'] {
  if (headline === null || layout?.table !== headline.table) return undefined
  const row = layout.rows.find(({ keys }) => keys.includes(headline.key))
  return row && { row: row.label, column: layout.columns[row.keys.indexOf(headline.key)]!.title }
}

export function pagesOf(
  { headline, summary, layouts, week }: Measured,
  figures: Figures,
  who: Who,
): Pick<Finding, 'table' | 'standing' | 'chart' | 'breakdowns'> {
  // what follows from several figures stands in none of their rows
  const standing = summary ? undefined : standingOf(headline, layouts[0])
  const pages = layouts.map((layout) => ({
    table: gridOf(layout, figures, who, groupTests(layout, figures)),
    chart: barsOf(layout, figures, who),
  }))
  const [first, ...others] = pages
  const chart =
    week && first ? weekChartOf(week, figures, 'La semaine, demi-heure par demi-heure', first.table.base) : first?.chart
  return {
    ...(first ? { table: first.table } : {}),
    ...(standing ? { standing } : {}),
    ...(chart ? { chart } : {}),
    breakdowns: others.map(({ table, chart: bars }) => (bars ? { table, chart: bars } : { table })),
  }
}
