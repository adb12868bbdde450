/** What is printed of two sides crossed, put together: cells, their bases, the whole of each line, and what adds up. */
import type { Topic } from '../disclosure/perturbation.ts'
import type { Crossing } from '../explore/crossing.ts'
import { type Asked, baseOf, givenIn, keptFrom } from './explorer.ts'
import type { Mechanism } from './mechanism.ts'
import { either, nobody, type People, sizeOf, without } from './people.ts'
import { type Range, rangeOf } from './range.ts'

/** A line among everybody: its printed share, and what its other partitions add up to. */
export type Total = { range: Range; base: number; mean: number; variance: number }

/** Cell by cell, line after line: share of its column, and the bases of the columns. */
export type Print = { cells: readonly (Range | null)[]; bases: readonly (number | null)[] }

export type Crosstab = {
  path: string
  by: string
  topic: Topic
  isPanel: boolean
  height: number
  width: number
  /** The same people, once for each time they are printed with other noise. */
  prints: readonly Print[]
  /** The same cells as shares of their line, where the other question is crossed back. */
  ofLine: readonly (Range | null)[] | null
  columnBases: readonly (number | null)[]
  lineBases: readonly (number | null)[]
  totals: readonly (Total | null)[]
  /** The lines of a column make up its base; the columns of a line make up the line. */
  linesAdd: boolean
  columnsAdd: boolean
  /** Some people of a line may be in no column: the groups of a list leave out whoever is not in them. */
  columnsLeft: boolean
  /** Small answers may be left out of the columns. */
  linesLeft: boolean
  /** People that columns of an earlier day still count, and the whole no more: the attacker is told how many left. */
  gone: number
  /** For the score: true count of each cell. */
  truth: Int32Array
}

/**
 * Every crosstab of one publication; a pair of questions once.
 *
 * @param again the same people asked for again under other noise; @param isSame whether a list holds the same people there
 * @param isWanted the others are spared
 */
export function* crosstabsOf(
  asked: readonly Asked[],
  mechanism: Mechanism,
  again: readonly (readonly Asked[])[] = [],
  isSame: (list: string) => boolean = () => true,
  isWanted: (question: Asked, crossing: Crossing) => boolean = () => true,
): Iterable<Crosstab> {
  const places = new Map(asked.map(({ path }, at) => [path, at]))
  for (const [at, own] of asked.entries()) {
    const totals = totalsOf(own, mechanism)
    for (const crossing of own.crossings) {
      if (crossing.by === null || !isWanted(own, crossing)) continue
      const other = places.get(crossing.by.path)
      const back = other === undefined ? null : asked[other]!.crossings.find(({ by }) => by?.path === own.path)
      if (back && other! < at) continue
      const by = crossing.by.path
      const copies = back || isSame(by) ? again.flatMap((one) => crossingIn(one, own.path, by)) : []
      yield crosstabOf(
        own,
        crossing,
        back ? { asked: asked[other!]!, crossing: back } : null,
        totals,
        mechanism,
        copies,
      )
    }
  }
}

/** Some of its columns are of an earlier day. */
export const isMixed = (question: Asked, crossing: Crossing): boolean =>
  crossing.bases.some((_, column) => keptFrom({ question, crossing, column }) !== null)

const crossingIn = (asked: readonly Asked[], path: string, by: string): Crossing[] =>
  asked.find((one) => one.path === path)?.crossings.filter((one) => one.by?.path === by) ?? []

function crosstabOf(
  own: Asked,
  crossing: Crossing,
  back: { asked: Asked; crossing: Crossing } | null,
  totals: ReadonlyMap<string, Total>,
  mechanism: Mechanism,
  copies: readonly Crossing[],
): Crosstab {
  const { answers, bases } = crossing
  const { path, choices } = crossing.by!
  const [height, width] = [answers.length, choices.length]
  const cells = answers.flatMap((answer, line) => choices.map((choice, column) => ({ answer, choice, line, column })))
  /** A column that is of another day there, or here, counts other people. */
  const placeAs = (one: Crossing, { value, day }: (typeof choices)[number]) =>
    one.by!.choices.findIndex((other) => other.value === value && (one === crossing || !(day ?? other.day)))
  const printOf = (one: Crossing): Print => ({
    cells: cells.map(({ answer, choice }) => {
      const line = one.answers.findIndex(({ value }) => value === answer.value)
      const column = placeAs(one, choice)
      return rangeOf(one.shares[column]?.[line] ?? null, one.bases[column] ?? null, mechanism)
    }),
    bases: choices.map((choice) => one.bases[placeAs(one, choice)] ?? null),
  })
  const turned = back?.crossing
  const placeIn = <T extends { value: string }>(all: readonly T[] | undefined, { value }: { value: string }) =>
    all?.findIndex((one) => one.value === value) ?? -1
  const ofLine = turned
    ? cells.map(({ answer, choice }) => {
        const column = placeIn(turned.by?.choices, answer)
        const share = turned.shares[column]?.[placeIn(turned.answers, choice)] ?? null
        return rangeOf(share, turned.bases[column] ?? null, mechanism)
      })
    : null
  const isOld = isMixed(own, crossing)
  return {
    path: own.path,
    by: path,
    topic: own.sensitive || back?.asked.sensitive ? 'sensitive' : 'ordinary',
    isPanel: own.isPanel,
    height,
    width,
    prints: [crossing, ...copies].map(printOf),
    ofLine,
    columnBases: bases,
    lineBases: answers.map((answer) => turned?.bases[placeIn(turned.by?.choices, answer)] ?? null),
    totals: turned ? answers.map(() => null) : answers.map(({ value }) => totals.get(value) ?? null),
    linesAdd: own.isSingle,
    columnsAdd: back ? back.asked.isSingle : true,
    columnsLeft: back === null || isLeft(back.asked, choices),
    linesLeft: isLeft(own, answers),
    gone: isOld && !own.isPanel ? sizeOf(without(everybodyIn(own, crossing), own.truth(own.path).asked)) : 0,
    truth: Int32Array.from(cells, ({ answer, column }) => sizeOf(givenIn(own, crossing, column, answer.value))),
  }
}

/** Who is in a column that is printed. */
const everybodyIn = (question: Asked, crossing: Crossing): People =>
  crossing.bases.reduce<People>(
    (sum, base, column) => (base === null ? sum : either(sum, baseOf(question, crossing, column))),
    nobody(32 * question.truth(question.path).asked.length),
  )

/** Fewer categories than the question has, and none for the others. */
const isLeft = ({ crossings }: Asked, shown: readonly { value: string }[]): boolean =>
  shown.length < (crossings.find(({ by }) => by === null)?.answers.length ?? 0) &&
  !shown.some(({ value }) => value.startsWith('autres:'))

/** Every partition of a line is one more estimate of its whole. */
function totalsOf(own: Asked, mechanism: Mechanism): Map<string, Total> {
  const alone = own.crossings.find(({ by }) => by === null)
  const base = alone?.bases[0] ?? null
  if (!alone || base === null) return new Map()
  const variance = 5
  return new Map(
    alone.answers.flatMap(({ value }, line): [string, Total][] => {
      const range = rangeOf(alone.shares[0]![line] ?? null, base, mechanism)
      if (range === null) return []
      const sums = own.crossings.flatMap((crossing) => {
        const place = crossing.answers.findIndex((answer) => answer.value === value)
        const known = crossing.bases.every((one) => one !== null)
        const covered = crossing.bases.reduce<number>((sum, one) => sum + (one ?? 0), 0)
        if (crossing.by === null || place < 0 || !known || isMixed(own, crossing) || Math.abs(covered - base) > 10)
          return []
        const parts = crossing.shares.map((shares, column) => [shares[place], crossing.bases[column]!] as const)
        if (parts.some(([share]) => typeof share !== 'number')) return []
        const mean = parts.reduce((sum, [share, of]) => sum + ((share as number) * of) / 100, 0)
        const rounding = parts.reduce(
          (sum, [share, of]) => sum + (of / 100) ** 2 / 12 + ((share as number) / 100) ** 2 * 2,
          0,
        )
        return [{ mean, weight: 1 / (variance * parts.length + rounding) }]
      })
      const weight = sums.reduce((sum, one) => sum + one.weight, 0)
      const mean = weight > 0 ? sums.reduce((sum, one) => sum + one.mean * one.weight, 0) / weight : 0
      return [[value, { range, base, mean, variance: weight > 0 ? 1 / weight : Number.POSITIVE_INFINITY }]]
    }),
  )
}
