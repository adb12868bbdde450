/** A table of data with its caption; where it does not fit its column it turns to cards, or scrolls on its own, by keyboard too. */
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'

export type DataColumn<Row> = {
  title: string
  /** What stands in the cell. */
  cell: (row: Row) => ReactNode
  isNumber?: boolean
  /** The cell names its row. */
  isHeading?: boolean
}
type Props<Row> = {
  /** What the table is, read aloud; seen too where no title stands over it. */
  caption: ReactNode
  isCaptionShown?: boolean
  columns: DataColumn<Row>[]
  rows: readonly Row[]
  /** Where there is too little room each row is a card, its cells beside their titles: nothing stands beyond the edge. */
  isCards?: boolean
  /** Said instead of the table when there is no row. */
  empty?: string
}

type KeyOf<Row> = (row: Row) => string | number
/** What tells a row from the others: its id, where it has one. */
type Keyed<Row> = Row extends { id: string | number } ? { keyOf?: KeyOf<Row> } : { keyOf: KeyOf<Row> }
const idOf = (row: unknown) => (row as { id: string | number }).id

export function DataTable<Row>(props: Props<Row> & Keyed<Row>) {
  const { caption, isCaptionShown, columns, rows, isCards, empty } = props
  const { keyOf = idOf }: { keyOf?: KeyOf<Row> } = props
  const id = useId()
  const { section, isTight } = useTightness(rows.length)
  if (rows.length === 0) return <p className="muted">{empty}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section ref={section} className="data-scroll" aria-labelledby={id} tabIndex={0}>
      <table className="data" data-cards={(isCards && isTight) || undefined}>
        <caption id={id} className={isCaptionShown ? undefined : 'visually-hidden'}>
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

/** Of a phone: columns that still fit are too narrow to be read. */
const phoneRem = 40

/** Whether a table has too little room; the width it needs is known while it is seen as a table. */
function useTightness(count: number) {
  const section = useRef<HTMLElement>(null)
  const needed = useRef(0)
  const [isTight, setTight] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: without a row there is nothing to measure
  useLayoutEffect(() => {
    const own = section.current
    if (!own) return
    const phone = phoneRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const measure = () => {
      if (own.querySelector('[data-cards]') === null)
        needed.current = own.scrollWidth > own.clientWidth ? own.scrollWidth : 0
      setTight(own.clientWidth < Math.max(needed.current, phone))
    }
    const observer = new ResizeObserver(measure)
    for (const one of [own, ...own.children]) observer.observe(one)
    measure()
    return () => observer.disconnect()
  }, [count])
  return { section, isTight }
}
