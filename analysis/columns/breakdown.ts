/** Groups of rows by a column. */
import type { Field } from '../../surveys/questionnaire/fields.ts'
import { semantics } from '../../surveys/questionnaire/semantics.ts'
import type { Breakdown } from '../measures/measure.ts'
import { silence } from './column.ts'
import { type Dimension, derivedDimension } from './derive.ts'
import type { Table } from './table.ts'

/** Groups to break down by; a question with several answers has no closed groups, so there is none. */
export function breakdownOf(path: string, own: Table, responses: Table, fields: Field[]): Breakdown[] {
  const inside = own.columns.get(path)
  const above = own.parent === null ? undefined : responses.columns.get(path)
  const column = inside ?? above
  if (column?.kind !== 'choice') return []
  const dimension = derivedDimension(path, column.values) ?? dimensionOf(path, column.values, fields)
  const codes = inside ? column.codes : Int16Array.from(own.parent!, (row) => column.codes[row] ?? silence.blank)
  const index = column.values.map((value) => dimension.choices.findIndex((choice) => choice.value === value))
  const placed = codes.map((code) => (code < 0 ? code : (index[code] ?? silence.blank)))
  return [{ ...dimension, path, codes: placed, left: [] }]
}

function dimensionOf(path: string, values: string[], fields: Field[]): Dimension {
  const field = fields.find((one) => one.path === path)
  const choices = values.map((value) => ({
    value,
    text: field?.choices.find((choice) => choice.value === value)?.text ?? value,
  }))
  const role = semantics.find(({ value }) => value === field?.semantic)
  return { title: role?.text ?? field?.title ?? path, choices }
}
