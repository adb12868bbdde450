/** The tables of a question with their estimates: value and base give back the interval. */
import { type Precision, publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import { seeWhole } from '../../../analysis/disclosure/words.ts'
import type { MaybeEstimate } from '../../../analysis/estimates/estimate.ts'
import type * as wire from '../../wire/results.ts'
import type { PublishedQuestion } from '../publications.ts'
import { shownEstimate } from '../shown.ts'
import type { AsFound, Found } from './as-found.ts'

export type ShownTable = Pick<wire.Explored, 'lists' | 'answers'> & {
  cells: wire.ExplorerCell[]
  /** Answers that a finding compares between these groups; null = no finding does. */
  compared: string[] | null
  /**
   * The finding whose figures they are; `of`: labels of the answers it has figures of, where others are shown too; `adds`: of those it counts
   * together instead, `figure`: what they are together.
   */
  follows?: Found['finding'] & { of: string[]; adds: string[]; figure: string }
  /** What a finding of the same figures says of their mean, or of another number that they give. */
  number?: string
  /** ISO day of figures of everybody that wait: they are those of that day. */
  day?: string
  precision: Precision
}

/**
 * The tables of a question whose groups are wanted, as the findings of the publication show them where they do.
 *
 * @param isWanted `by` holds the paths of a list or of another question, none = the question alone
 */
export const shownTables = (
  { path, lists, crossings }: PublishedQuestion,
  isWanted: (by: string[]) => boolean,
  asFound: AsFound,
): ShownTable[] =>
  crossings
    .filter((crossing) => isWanted(dividersOf(crossing)))
    .map((crossing) => {
      const found = asFound(path, crossing.by)
      const { cells, ...table } = tableOf(crossing)
      const isListed = table.lists.some((by) => lists.some((list) => list.path === by.path))
      return {
        ...table,
        cells: cells.map(({ dims, estimate: own }) => {
          const estimate = foundAt(found, dims) ?? own
          return { dims, estimate, ...shownEstimate(estimate) }
        }),
        ...(found ? { follows: followed(found, table.answers) } : {}),
        compared: found && isListed ? comparedIn(found, table.answers) : null,
        ...(found?.number ? { number: found.number } : {}),
        ...(found?.day === undefined ? {} : { day: found.day }),
        precision: found?.precision ?? crossing.precision,
      }
    })

/** Something is read in it: not every group is too small, or sent to the figure of everybody. */
export const isRead = ({ cells }: Pick<ShownTable, 'cells'>): boolean =>
  cells.some(({ estimate }) => estimate.value !== null || (estimate.why === 'in-words' && estimate.words !== seeWhole))

/** What the finding says there; undefined where it says nothing. */
function foundAt(found: Found | null, dims: Record<string, string>): MaybeEstimate | undefined {
  const estimate = found?.estimateAt(dims)
  return estimate?.value === null && estimate.why === 'too-few' ? undefined : estimate
}

function comparedIn({ isCompared }: Found, answers: ShownTable['answers']): string[] | null {
  const compared = answers.filter(isCompared).map(({ value }) => value)
  return compared.length > 0 ? compared : null
}

function followed(found: Found, answers: ShownTable['answers']): NonNullable<ShownTable['follows']> {
  const own = answers.filter(({ value }) => found.answers.includes(value))
  const adds = addedIn(found, answers)
  return {
    ...found.finding,
    of: own.length < answers.length ? own.map(({ label }) => label) : [],
    adds,
    figure: adds.length > 0 ? found.figure : '',
  }
}

const addedIn = ({ together }: Found, answers: ShownTable['answers']): string[] =>
  answers.filter(({ value }) => together.includes(value)).map(({ label }) => label)

const dividersOf = (crossing: PublishedQuestion['crossings'][number]): string[] =>
  crossing.by ? [crossing.by.path] : []

type Cell = Pick<wire.ExplorerCell, 'dims' | 'estimate'>

function tableOf(
  crossing: PublishedQuestion['crossings'][number],
): Pick<ShownTable, 'lists' | 'answers'> & { cells: Cell[] } {
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
