/** The answers of a field, in the order they were offered, each with who gave it. */

import { answerTest, hitsOf } from './local/population.ts'
import type { Subject } from './measure.ts'
import type { Answer } from './tables.ts'

/** Answers that are never « the most frequent one »: they say that none of the others fits. « Non » is an answer. */
const asides = new Set(['aucun', 'other', 'pas_concerne'])
export const isAside = ({ value, label }: Answer): boolean => asides.has(value) || /^pas concerné/i.test(label)

/** Every answer of the field, or only those of `values`; the silences (`nsp`, `refus`) are not among them. */
export function answersOf(subject: Subject, values: string[] = valuesOf(subject)): Answer[] {
  const { column, table } = subject
  return values.map((value) => ({
    value,
    label: labelOf(subject, value),
    hits: hitsOf(column, table.rows, answerTest(column, value)),
  }))
}

function valuesOf({ column, field }: Subject): string[] {
  if (column.kind === 'choice' || column.kind === 'choices' || column.kind === 'ranking') return column.values
  if (column.kind !== 'number') throw new RangeError(`answers need a choice, not a ${column.kind}: ${field.path}`)
  const [from, to] = [field.min ?? 1, field.max ?? 5]
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step))
}

function labelOf({ field }: Subject, value: string): string {
  if (field.kind === 'boolean') return value === 'true' ? 'Oui' : 'Non'
  return field.choices.find((choice) => choice.value === value)?.text ?? value
}
