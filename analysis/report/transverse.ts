/** An axis that crosses the others: its lines, the objectives that carry them, and what is established of those. */
import { shortTitles } from '../../surveys/authority/plan.ts'
import { transverseLines } from '../../surveys/authority/printed.ts'
import { statusWords } from '../findings/coverage.ts'
import { counted } from '../text/format.ts'
import type { ReportSource } from './source.ts'
import type { Block, GridCell } from './tree.ts'

export function transverseBlocks(axis: number, { coverage }: Pick<ReportSource, 'coverage'>): Block[] {
  const lines = transverseLines().filter((line) => line.axis === axis)
  if (lines.length === 0)
    return [
      {
        kind: 'text',
        text: 'Cet axe est transverse : le plan ne lui donne ni action ni ligne propre, il traverse les autres.',
      },
    ]
  const rowOf = new Map(coverage.map((row) => [row.objective, row]))
  const text = (words: string): GridCell => ({ kind: 'text', text: words })
  return [
    {
      kind: 'text',
      text: 'Cet axe est transverse : il n’a pas d’action propre. Ses lignes sont portées par des objectifs des autres axes, et se lisent avec leurs résultats.',
    },
    {
      kind: 'grid',
      grid: {
        title: 'Les lignes de l’axe transverse et ce qui est établi de leurs objectifs',
        base: counted(lines.length, 'ligne', 'lignes'),
        columns: ['Ligne', 'Orientations', 'Objectifs qui la portent', 'Résultats établis'],
        rows: lines.map(({ title, orientations, objectives }) => ({
          label: title,
          cells: [
            text(orientations.join(', ')),
            text(
              objectives
                .map((one) => `${one}. ${shortTitles[one]} (${statusWords[rowOf.get(one)!.status]})`)
                .join(' · '),
            ),
            { kind: 'count', value: objectives.reduce((sum, one) => sum + rowOf.get(one)!.findings, 0) },
          ],
        })),
        notes: lines.some(({ proposed }) => proposed)
          ? ['Les liens entre lignes, orientations et objectifs sont une proposition, à confirmer par les équipes.']
          : [],
      },
    },
  ]
}
