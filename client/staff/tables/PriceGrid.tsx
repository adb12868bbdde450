/** The prices as one reads them: a line for each slice, a column for each level; the lines of the table stay as they are stored. */
import type { staff } from '../../../api/wire/public.ts'

type Props = {
  columns: staff.TableColumn[]
  cells: string[][]
  /** Slices that have no price yet are lines too. */
  expected: string[][]
  onChange: (cells: string[][]) => void
}

/** Columns of the table: level, slice, price. */
export function PriceGrid({ columns, cells, expected, onChange }: Props) {
  const levels = columns[0]?.words ?? []
  const slices = [...new Set([...expected, ...cells].map(([, slice = '']) => slice))]
  const lineOf = (level: string, slice: string) =>
    cells.findIndex(([own = '', of = '']) => own.trim() === level && of === slice)
  function set(level: string, slice: string, price: string) {
    const at = lineOf(level, slice)
    const line = [level, slice, price]
    onChange(at < 0 ? [...cells, line] : price === '' ? cells.toSpliced(at, 1) : cells.with(at, line))
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="data-scroll" aria-label="Prix d’une journée, par tranche et par niveau" tabIndex={0}>
      <table className="data grid price-grid">
        <caption className="visually-hidden">Prix d’une journée, en euros</caption>
        <thead>
          <tr>
            <th scope="col">Tranche de quotient</th>
            {levels.map((level) => (
              <th key={level} scope="col">
                Prix {level}
                <small>En euros, pour une journée</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slices.map((slice) => (
            <tr key={slice}>
              <th scope="row">{slice || 'Toutes les tranches'}</th>
              {levels.map((level) => (
                <td key={level}>
                  <input
                    className="cell-field"
                    aria-label={`Prix ${level}, ${slice || 'toutes les tranches'}`}
                    inputMode="decimal"
                    value={cells[lineOf(level, slice)]?.[2] ?? ''}
                    onChange={(event) => set(level, slice, event.target.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
