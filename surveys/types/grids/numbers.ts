/** Whole numbers between the same two others, one for each line. */
import { problem } from '../../answers/problem.ts'
import { isObject, listOf } from '../../questionnaire/elements.ts'
import { listProblems } from '../choices/choices.ts'
import { number, wholeNumber } from '../number.ts'
import { anything, caps, common, text, whole } from '../rules.ts'
import type { TypeRow } from '../type.ts'

const bound = whole(-1e9, 1e9)

export const numbers: TypeRow = {
  title: 'Plusieurs nombres',
  help: 'Un nombre à chaque ligne : heures, enfants, euros…',
  part: 'Écrire',
  noun: 'nombres par ligne',
  holds: 'grid',
  properties: { ...common, rows: anything, min: bound, max: bound, unit: text },
  unlisted: ['rows'],
  own: [
    { name: 'rows:itemvalues' },
    { name: 'min:number' },
    { name: 'max:number' },
    { name: 'unit', isLocalizable: true },
  ],
  labels: { unit: { label: 'Unité', help: 'Écrite après chaque nombre : heures, euros, km.' } },
  problems(element, say) {
    listProblems(element.rows, caps.rows, say)
    number.problems!(element, say)
  },
  blank: { rows: [1, 2].map((at) => ({ value: `ligne_${at}`, text: '' })), min: 0, max: 100 },
  kind: 'number',
  bounds: number.bounds!,
  verify(element) {
    const rows = new Set(listOf<{ value: string }>(element.rows).map(({ value }) => value))
    const verify = wholeNumber(element)
    return (value, scope, path, found) => {
      if (!isObject(value) || Object.keys(value).length === 0) return void found.push(problem(path, 'type'))
      for (const [row, answer] of Object.entries(value).slice(0, rows.size + 1)) {
        const place = `${path}.${row.slice(0, 80)}`
        if (rows.has(row)) verify(answer, scope, place, found)
        else found.push(problem(place, 'unknown'))
      }
    }
  },
  seconds: 5,
  paper: 'numbers',
  range: number.range!,
  invent: number.invent!,
}
