/** The numbers of the chart, one line per group and answer, each with its interval and base. */
import type { analyse } from '../../../api/wire/public.ts'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { SmallNote } from '../Grid.tsx'
import { number } from '../words.ts'

export function ExplorerTable({ explored: { cells, lists, answers, title, kind } }: { explored: analyse.Explored }) {
  const rows = cells ?? []
  return (
    <>
      <DataTable
        caption={title}
        isCaptionHidden
        rows={rows}
        keyOf={({ dims }) => JSON.stringify(dims)}
        empty="Aucun chiffre."
        columns={[
          ...lists.map(({ path, title: list, choices }) => ({
            title: list,
            isHeading: true,
            cell: ({ dims }: analyse.ExplorerCell) => choices.find(({ value }) => value === dims[path])?.text ?? '',
          })),
          {
            title: 'Réponse',
            isHeading: lists.length === 0,
            cell: ({ dims }) => answers.find(({ value }) => value === dims.reponse)?.label ?? 'Moyenne',
          },
          {
            title: kind === 'mean' ? 'Moyenne' : 'Part',
            isNumber: true,
            cell: ({ text }) => text,
          },
          { title: 'Intervalle à 95 %', isNumber: true, cell: ({ interval }) => interval },
          {
            title: 'Base',
            isNumber: true,
            cell: ({ estimate }) => (estimate.value === null ? '' : number(estimate.base)),
          },
        ]}
      />
      {rows.some(({ estimate }) => estimate.value === null) && <SmallNote />}
    </>
  )
}
