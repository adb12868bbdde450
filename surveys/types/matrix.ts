/** The same answers for several lines. */
import { problem } from '../answers/problem.ts'
import { isObject, listOf } from '../questionnaire/elements.ts'
import type { DefinitionElement } from '../questionnaire/questionnaire.ts'
import { listProblems, twoChoices } from './choices.ts'
import { anything, caps, common } from './rules.ts'
import type { TypeRow } from './type.ts'
import type { Verify } from './verify.ts'

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
  verify: lines,
  seconds: 2,
  paper: 'grid',
  convert: (base, { rows, columns }, { list }) => ({
    ...base,
    rows: list(rows, caps.rows),
    columns: list(columns, caps.columns),
  }),
}

function lines(element: DefinitionElement): Verify {
  const rows = new Set(listOf<{ value: string }>(element.rows).map(({ value }) => value))
  const columns = new Set<unknown>(listOf<{ value: string }>(element.columns).map(({ value }) => value))
  return (value, _, path, found) => {
    if (!isObject(value) || Object.keys(value).length === 0) return void found.push(problem(path, 'type'))
    for (const [row, column] of Object.entries(value).slice(0, rows.size + 1)) {
      if (!rows.has(row)) found.push(problem(`${path}.${row.slice(0, 80)}`, 'unknown'))
      else if (!columns.has(column)) found.push(problem(`${path}.${row}`, 'choice'))
    }
  }
}
