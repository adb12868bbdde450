/** The tables of a question with their estimates: value and base give back the interval. */
import { type Precision, publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import type { MaybeEstimate } from '../../../analysis/estimates/estimate.ts'
import type * as wire from '../../wire/results.ts'
import type { PublishedQuestion } from '../publications.ts'
import { shownEstimate } from '../shown.ts'
import { earlierCells, isEarlier } from './earlier-crossings.ts'

export type ShownTable = Pick<wire.Explored, 'lists' | 'answers'> & { cells: wire.ExplorerCell[] }

/** The tables of a question whose groups are wanted: `by` holds the paths of a list or of another question, none = the question alone. */
export const shownTables = ({ crossings }: PublishedQuestion, isWanted: (by: string[]) => boolean): ShownTable[] =>
  crossings
    .filter((crossing) => isWanted(dividersOf(crossing)))
    .map((crossing) => {
      const { cells, ...table } = tableOf(crossing)
      return { ...table, cells: cells.map(({ dims, estimate }) => ({ dims, estimate, ...shownEstimate(estimate) })) }
    })

const dividersOf = (crossing: PublishedQuestion['crossings'][number]): string[] =>
  isEarlier(crossing) ? crossing.lists.map(({ path }) => path) : crossing.by ? [crossing.by.path] : []

type Cell = Pick<wire.ExplorerCell, 'dims' | 'estimate'>

function tableOf(
  crossing: PublishedQuestion['crossings'][number],
): Pick<ShownTable, 'lists' | 'answers'> & { cells: Cell[] } {
  if (isEarlier(crossing)) return { lists: crossing.lists, ...earlierCells(crossing) }
  const { by, answers, bases, shares, precision } = crossing
  const cells = shares.flatMap((own, column) =>
    own.map((share, line) => ({
      dims: {
        ...(by ? { [by.path]: by.choices[column]!.value } : {}),
        reponse: answers[line]!.value,
      },
      estimate: estimateOf(share, bases[column]!, by?.choices[column]?.precision ?? precision),
    })),
  )
  const choices = by?.choices.map(({ precision: _, ...choice }) => choice) ?? []
  return { lists: by ? [{ ...by, choices, left: [...by.left] }] : [], answers, cells }
}

function estimateOf(share: number | string | null, base: number | null, precision: Precision): MaybeEstimate {
  if (typeof share === 'string') return { value: null, why: 'in-words', words: share, base: 0 }
  if (share === null || base === null) return { value: null, why: 'too-few', base: 0 }
  return publishedEstimate(share / 100, base, precision)
}
