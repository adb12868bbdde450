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

/** The zones, where they are the rows; else the answers of one of them. */
function zoneBars(layout: Layout, title: string, column: string | undefined, figures: Figures, who: Who) {
  if (layout.groups === 'rows') return barsOf({ ...layout, title: `${title}, selon la zone` }, figures, who)
  const at = layout.columns.findIndex((one) => one.title === column)
  if (at < 0) return undefined
  const rows = layout.rows.map(({ label, keys }) => ({ label, keys: [keys[at]!] }))
  return barsOf(
    { ...layout, title: `${title}, zone ${column}`, columns: [layout.columns[at]!], rows, drawn: true },
    figures,
    who,
  )
}

/** A headline of one zone has its table and its chart before those of everybody. */
export function pagesOf(
  { headline, summary, layouts, week }: Measured,
  figures: Figures,
  who: Who,
): Pick<Finding, 'table' | 'standing' | 'chart' | 'breakdowns'> {
  // what follows from several figures stands in none of their rows
  const [everybody] = layouts
  const own = layouts.find(({ table }) => table === headline?.table)
  const isOfZone = own !== undefined && everybody !== undefined && own.table === `${everybody.table}/zone` && !week
  const ordered = isOfZone ? [own, ...layouts.filter((layout) => layout !== own)] : layouts
  const standing = summary ? undefined : standingOf(headline, ordered[0])
  const pages = ordered.map((layout) => ({
    table: gridOf(layout, figures, who, groupTests(layout, figures)),
    chart:
      isOfZone && layout === own
        ? zoneBars(layout, everybody.title, standing?.column, figures, who)
        : barsOf(layout, figures, who),
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
