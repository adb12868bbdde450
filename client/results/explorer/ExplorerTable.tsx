/** The numbers of the chart as a spreadsheet would hold them: a line an answer, a column a group, each with its interval. */
import type { analyse } from '../../../api/wire/public.ts'
import { type DataColumn, DataTable } from '../../parts/staff/DataTable.tsx'
import { number } from '../words.ts'
import { shownOf } from './explored-bars.ts'

/** An answer, or the line of the bases. */
type Row = { value: string | null; label: string }

export function ExplorerTable({ explored }: { explored: analyse.Explored }) {
  const { cells, lists, title, kind, whole } = explored
  const { groups, answers } = shownOf(explored)
  const heading: DataColumn<Row> = { title: 'Réponse', isHeading: true, cell: ({ label }) => label }
  const cellAt = (answer: string | null, path = '', group = '') =>
    cells?.find(({ dims }) => dims.reponse === answer && (path === '' || dims[path] === group))
  const wholeOf = (answer: string | null) => whole.find((one) => one.answer === answer)
  const hasWhole = answers.some(({ value }) => wholeOf(value)?.estimate.value != null)
  // the base is that of every answer
  const ofWhole = ({ value }: Row) =>
    value === null ? baseOf(whole.find(({ estimate }) => estimate.value !== null)) : <Figure cell={wholeOf(value)} />
  if (lists.length === 0)
    return (
      <DataTable
        caption={title}
        rows={answers as Row[]}
        keyOf={({ label }) => label}
        empty="Aucun chiffre."
        columns={[
          heading,
          { title: kind === 'mean' ? 'Moyenne' : 'Part', isNumber: true, cell: ({ value }) => cellAt(value)?.text },
          { title: 'Intervalle à 95 %', isNumber: true, cell: ({ value }) => cellAt(value)?.interval },
          { title: 'Base', isNumber: true, cell: ({ value }) => baseOf(cellAt(value)) },
        ]}
      />
    )
  return (
    <DataTable
      caption={title}
      rows={[...(answers as Row[]), { value: null, label: 'Base' }]}
      keyOf={({ value, label }) => value ?? label}
      empty="Aucun chiffre."
      columns={[
        heading,
        ...(hasWhole ? [{ title: 'Ensemble', isNumber: true, cell: ofWhole }] : []),
        ...groups.map(
          ({ path, value: group, text, base }): DataColumn<Row> => ({
            title: text,
            isNumber: true,
            cell: ({ value }) =>
              value === null ? base !== null && number(base) : <Figure cell={cellAt(value, path, group)} />,
          }),
        ),
      ]}
    />
  )
}

type Shown = Pick<analyse.ExplorerCell, 'estimate' | 'text' | 'interval'>

const baseOf = (cell: Shown | undefined) => (cell && cell.estimate.value !== null ? number(cell.estimate.base) : '')

function Figure({ cell }: { cell: Shown | undefined }) {
  if (!cell) return null
  if (cell.estimate.value === null) return <span className="secret">{cell.text}</span>
  return (
    <>
      {cell.text}
      <small>{cell.interval}</small>
    </>
  )
}
