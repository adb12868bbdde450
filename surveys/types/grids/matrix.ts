/** The same answers for several lines. */
import { type ProblemCode, problem } from '../../answers/problem.ts'
import { isObject, listOf } from '../../questionnaire/elements.ts'
import type { DefinitionElement } from '../../questionnaire/questionnaire.ts'
import { listProblems, twoChoices } from '../choices/choices.ts'
import { anything, caps, common } from '../rules.ts'
import type { TypeRow } from '../type.ts'
import type { Verify } from '../verify.ts'

export const matrix: TypeRow = {
  title: 'Tableau',
  help: 'Les mêmes réponses pour plusieurs lignes.',
  part: 'Choisir',
  noun: 'tableau',
  holds: 'grid',
  properties: { ...common, rows: anything, columns: anything },
  unlisted: ['rows'],
  problems(element, say) {
    listProblems(element.rows, caps.rows, say)
    listProblems(element.columns, caps.columns, say)
  },
  blank: { rows: [1, 2].map((at) => ({ value: `ligne_${at}`, text: '' })), columns: twoChoices },
  kind: 'choice',
  verify: linesOf((value, columns) => (columns.has(value) ? null : 'choice')),
  seconds: 2,
  paper: 'grid',
  convert: (base, { rows, columns }, { list }) => ({
    ...base,
    rows: list(rows, caps.rows),
    columns: list(columns, caps.columns),
  }),
}

/** @param judge what is wrong with the answer of one line */
export function linesOf(judge: (value: unknown, columns: ReadonlySet<unknown>) => ProblemCode | null) {
  return (element: DefinitionElement): Verify => {
    const rows = new Set(listOf<{ value: string }>(element.rows).map(({ value }) => value))
    const columns = new Set<unknown>(listOf<{ value: string }>(element.columns).map(({ value }) => value))
    return (value, _, path, found) => {
      if (!isObject(value) || Object.keys(value).length === 0) return void found.push(problem(path, 'type'))
      for (const [row, answer] of Object.entries(value).slice(0, rows.size + 1)) {
        const code = rows.has(row) ? judge(answer, columns) : 'unknown'
        if (code !== null) found.push(problem(`${path}.${row.slice(0, 80)}`, code))
      }
    }
  }
}
