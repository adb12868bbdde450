/** A table of data with its caption; it scrolls on its own when the screen is narrow, by keyboard too. */
import { type ReactNode, useId } from 'react'

export type DataColumn<Row> = {
  title: string
  /** What stands in the cell. */
  cell: (row: Row) => ReactNode
  isNumber?: boolean
  /** The cell names its row. */
  isHeading?: boolean
}
type Props<Row> = {
  caption: ReactNode
  isCaptionHidden?: boolean
  columns: DataColumn<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
  /** On a phone each row is a card, its cells under their titles: nothing stands beyond the edge. */
  isCards?: boolean
  /** Said instead of the table when there is no row. */
  empty: string
}

export function DataTable<Row>({ caption, isCaptionHidden, columns, rows, keyOf, isCards, empty }: Props<Row>) {
  const id = useId()
  if (rows.length === 0) return <p className="muted">{empty}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="data-scroll" aria-labelledby={id} tabIndex={0}>
      <table className="data" data-cards={isCards || undefined}>
        <caption id={id} className={isCaptionHidden ? 'visually-hidden' : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" data-number={isNumber || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ title, cell, isNumber, isHeading }) =>
                isHeading ? (
                  <th key={title} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={title} data-title={title} data-number={isNumber || undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
