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

/** The cells of its innermost groups. */
export function earlierCells({
  lists,
  publication,
}: EarlierCrossing): { dims: Record<string, string>; estimate: MaybeEstimate }[] {
  const figures = publication?.published.tables[0]?.figures ?? []
  return figures
    .filter(({ dims }) => Object.keys(dims).filter((name) => name !== 'reponse').length === lists.length)
    .map((figure) => ({
      dims: figure.dims,
      estimate: figure.secret ? ({ value: null, why: 'secret', base: 0 } as const) : figure.estimate,
    }))
}
