/** What a response says, as one row of texts: what two responses, or the lines of one grid, are compared by. */

import type { Answers } from '../../surveys/answers/response.ts'
import { fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'

/** One text per question of the response; null = blank or not asked. A repeated panel is one text, and so is a week. */
export type Cells = (string | null)[]

/** The reader of a questionnaire's responses; what was drawn by chance is left out. */
export function cellsReader(
  questionnaire: Pick<Questionnaire, 'definition' | 'assigned'>,
): (answers: Answers) => Cells {
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  const own = fields.filter(({ kind, parent }) => kind !== 'assigned' && parent === null)
  return (answers) =>
    own.map(({ question, row }) => {
      const value = answers[question]
      const cell = row === null ? value : (value as Answers | null | undefined)?.[row]
      return cell === undefined || cell === null ? null : JSON.stringify(cell)
    })
}

/** Places in `Cells` of the lines of grids and of the ratings that share one scale, scale by scale. */
export function scalesOf(questionnaire: Pick<Questionnaire, 'definition' | 'assigned'>): number[][] {
  const own = fieldsOf(questionnaire.definition, questionnaire.assigned).filter(
    ({ kind, parent }) => kind !== 'assigned' && parent === null,
  )
  const scales = new Map<string, number[]>()
  own.forEach(({ kind, row, choices, min, max }, place) => {
    if (row === null && kind !== 'rating') return
    const scale = JSON.stringify([kind, min, max, choices.map(({ value }) => value)])
    scales.set(scale, [...(scales.get(scale) ?? []), place])
  })
  return [...scales.values()]
}
