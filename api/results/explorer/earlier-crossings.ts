/** Explorer tables of publications made before the cell-key method: they stay readable as they were frozen. */
import type { MaybeEstimate } from '../../../analysis/estimates/estimate.ts'

type EarlierFigure = { dims: Record<string, string> } & ({ secret: true } | { secret: false; estimate: MaybeEstimate })

export type EarlierCrossing = {
  lists: { path: string; title: string; choices: { value: string; text: string }[]; left: string[] }[]
  answers: { value: string; label: string }[]
  /** Null: too few people. */
  publication: { published: { tables: { figures: EarlierFigure[] }[] } } | null
}

export const isEarlier = (crossing: object): crossing is EarlierCrossing => 'publication' in crossing

/** Its answers and the cells of its innermost groups; a mean is the one answer to a number. */
export function earlierCells({ lists, answers, publication }: EarlierCrossing): {
  answers: EarlierCrossing['answers']
  cells: { dims: Record<string, string>; estimate: MaybeEstimate }[]
} {
  const figures = publication?.published.tables[0]?.figures ?? []
  return {
    answers: answers.length > 0 ? answers : [{ value: '', label: 'Moyenne' }],
    cells: figures
      .filter(({ dims }) => Object.keys(dims).filter((name) => name !== 'reponse').length === lists.length)
      .map((figure) => ({
        dims: { reponse: '', ...figure.dims },
        estimate: figure.secret ? ({ value: null, why: 'secret', base: 0 } as const) : figure.estimate,
      })),
  }
}
