/** What protection costs: figures shown of those with thirty people behind them, and how far shares are from the true ones. */
import { rules } from '../disclosure/rules.ts'
import { seeWhole } from '../disclosure/words.ts'
import { type Asked, baseOf } from './explorer.ts'
import { sizeOf, sizeOfBoth } from './people.ts'

/** `shown`: part of the cells whose base is 30 or more; `error`: mean distance in points of shares. */
export type Utility = { n: number; shown: number; error: number }

/**
 * Questions alone and by group; of crossings, the categories that are offered. Where a group sends to the figure of everybody,
 * that figure is what is read of it, with its distance from the true share of the group.
 */
export function utilityOf(n: number, asked: readonly Asked[]): Utility {
  let [cells, shown, sum] = [0, 0, 0]
  for (const question of asked) {
    const alone = question.crossings.find(({ by }) => by === null)
    const wholeOf = (answer: string) =>
      alone?.shares[0]?.[alone.answers.findIndex(({ value }) => value === answer)] ?? null
    for (const crossing of question.crossings)
      for (const [column, shares] of crossing.shares.entries()) {
        const among = baseOf(question, crossing, column)
        const base = sizeOf(among)
        if (question.peopleIn(among) < rules.leastFigure) continue
        for (const [line, own] of shares.entries()) {
          cells += 1
          const { value } = crossing.answers[line]!
          const share = own === seeWhole ? wholeOf(value) : own
          if (typeof share === 'string') shown += Number(share.startsWith('plus de'))
          if (typeof share !== 'number') continue
          shown += 1
          const people = sizeOfBoth(question.truth(question.path).in(value), among)
          sum += Math.abs(share - (100 * people) / base)
        }
      }
  }
  const rounded = (value: number) => Math.round(1e4 * value) / 1e4
  return { n, shown: cells === 0 ? 1 : rounded(shown / cells), error: shown === 0 ? 0 : rounded(sum / shown) }
}
