/** Answers that are each a small question of their own (a day of a period, a way accepted), in one table. */
import { type FigureTable, keyOf } from '../disclosure/figure-table.ts'
import { counterOf } from './counter.ts'
import { universeOf } from './local/population.ts'
import type { Subject, Where } from './measure.ts'
import { type Answer, answerTrait, shareFigure } from './tables.ts'

export const separateKey = (subject: Subject, value: string, where: Where = {}): string =>
  keyOf(universeOf(subject), { ...where, [answerTrait]: value })

/**
 * Shares of each answer, in all and in each group of the first breakdown.
 *
 * @param answers hits in [0, 1]
 */
export function separateTable(subject: Subject, id: string, answers: Answer[]): FigureTable {
  const [breakdown] = subject.breakdowns
  const places: Where[] = [{}, ...(breakdown?.choices.map(({ value }) => ({ [breakdown.path]: value })) ?? [])]
  const counter = counterOf(subject.table)
  return {
    id,
    title: subject.indicator.title,
    sensitive: subject.field.sensitivity === 'sensitive',
    crossed: breakdown?.crossed === true,
    figures: places.flatMap((where) =>
      answers.map((answer) =>
        shareFigure(counter, subject, answer, where, {
          key: separateKey(subject, answer.value, where),
          base: keyOf(universeOf(subject), { ...where, question: answer.value }),
        }),
      ),
    ),
  }
}
