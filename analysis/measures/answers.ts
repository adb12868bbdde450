/** The answers of a field, in the order they were offered, each with who gave it. */

import { answerTest, type Hits, hitsOf } from './local/population.ts'
import type { Subject } from './measure.ts'
import type { Answer } from './tables.ts'

/** Answers that are never « the most frequent one »: they say that none of the others fits. « Non » is an answer. */
const asides = new Set(['aucun', 'other', 'pas_concerne'])
export const isAside = ({ value, label }: Answer): boolean => asides.has(value) || /^pas concerné/i.test(label)

/** Steps of an amount or a time, read in their own order: « moins de 5 km », « de 1 à 2 fois », « 2024 ». */
export const areSteps = (labels: readonly string[]): boolean =>
  labels.filter((label) => /\d/.test(label)).length > labels.length / 2

/** « Pas concerné », « Pas de trajet »: what its questionnaire says is for others. */
export const isForOthers = ({ value, label }: { value: unknown; label: string }): boolean =>
  value === 'pas_concerne' || /^pas concerné/i.test(label)

/** Answers of a single choice that say that the question is for others: in no base, unless an indicator counts them. */
const unconcerned = ({ indicator, field, column }: Subject): string[] =>
  column.kind !== 'choice'
    ? []
    : column.values.filter(
        (value) => !indicator.wanted?.includes(value) && isForOthers({ value, label: labelOf({ field }, value) }),
      )

/** « Nous n’avons pas besoin de garde »: said beside a base that leaves them out. */
export const unconcernedLabels = (subject: Subject): string[] =>
  unconcerned(subject).map((value) => labelOf(subject, value))

/** Whether a row answered that the question does not concern it. */
export function unconcernedOf(subject: Subject): (row: number) => boolean {
  const tests = unconcerned(subject).map((value) => answerTest(subject.column, value))
  return (row) => tests.some((test) => test(row))
}

/** Who gave an answer, among those who answered and whom the question concerns. */
export function hitsAmong(subject: Subject, gave: (row: number) => boolean): Hits {
  const hits = hitsOf(subject.column, subject.table.rows, gave)
  if (unconcerned(subject).length === 0) return hits
  const isOut = unconcernedOf(subject)
  return hits.map((hit, row) => (isOut(row) ? Number.NaN : hit))
}

/**
 * Every answer of the field, or only those of `values`; the silences (`nsp`, `refus`) and « pas concerné » are not among
 * them.
 */
export function answersOf(subject: Subject, values: string[] = valuesOf(subject)): Answer[] {
  return values.map((value) => ({
    value,
    label: labelOf(subject, value),
    hits: hitsAmong(subject, answerTest(subject.column, value)),
  }))
}

function valuesOf(subject: Subject): string[] {
  const { column, field } = subject
  const out = unconcerned(subject)
  if (column.kind === 'choice') return column.values.filter((value) => !out.includes(value))
  if (column.kind === 'choices' || column.kind === 'ranking') return column.values
  if (field.stops === null) throw new RangeError(`answers need a choice, not a ${column.kind}: ${field.path}`)
  return field.stops.map(String)
}

/** « Autre chose, précisez »: said to whoever answers, and no part of the answer. */
const asked = /, précisez?(?!\p{L}).*$/u

function labelOf({ field }: Pick<Subject, 'field'>, value: string): string {
  if (field.kind === 'boolean') return value === 'true' ? 'Oui' : 'Non'
  const text = field.choices.find((choice) => choice.value === value)?.text ?? value
  return answerName(text)
}

/** An answer offered, as results name it. @param text French */
export const answerName = (text: string): string => text.replace(asked, '')
