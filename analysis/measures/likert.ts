/**
 * A scale of agreement: how many are on the good side, in the middle, on the other side. No mean of words: « plutôt oui »
 * is not three quarters of a « oui ».
 *
 * `wanted` names the good side. The middle of an odd scale without the two sides is neutral.
 */

import { answersOf } from './answers.ts'
import { answerTest, hitsOf } from './local/population.ts'
import type { Measure, Measured, Subject } from './measure.ts'
import { shareSentence } from './sentences.ts'
import { type Answer, answerKey, answersLayout, breakdownLayouts, shareTables, tableId } from './tables.ts'

/** @throws RangeError when the good side is not said */
export function computeLikert(subject: Subject): Measured {
  const { column, table, indicator } = subject
  const { wanted = [] } = indicator
  if (wanted.length === 0) throw new RangeError(`likert needs its good side as wanted: ${indicator.id}`)
  const steps = answersOf(subject).filter(({ value }) => !['pas_concerne', 'other'].includes(value))
  const concerned = (row: number) => steps.some(({ value }) => tests.get(value)!(row))
  const tests = new Map(steps.map(({ value }) => [value, answerTest(column, value)]))
  const middle =
    steps.length % 2 === 1 && !wanted.includes(steps[(steps.length - 1) / 2]!.value)
      ? [steps[(steps.length - 1) / 2]!.value]
      : []
  const rest = steps.map(({ value }) => value).filter((value) => !wanted.includes(value) && !middle.includes(value))
  const sides = [
    { value: 'favorable', label: labelOf(steps, wanted), values: wanted },
    { value: 'milieu', label: labelOf(steps, middle), values: middle },
    { value: 'defavorable', label: labelOf(steps, rest), values: rest },
  ].filter(({ values }) => values.length > 0)
  const view = { ...subject, field: { ...subject.field, path: `${subject.field.path}:echelle` } }
  const answers = sides.map(({ value, label, values }): Answer => {
    const base = hitsOf(column, table.rows, (row) => values.some((one) => tests.get(one)?.(row)))
    return { value, label, hits: base.map((hit, row) => (Number.isNaN(hit) || !concerned(row) ? Number.NaN : hit)) }
  })
  return {
    tables: shareTables(view, answers),
    headline: { table: tableId(view, null), key: answerKey(view, 'favorable') },
    rivals: [],
    layouts: [answersLayout(view, answers), ...breakdownLayouts(view, answers)],
    week: null,
    silent: true,
  }
}

const labelOf = (steps: Answer[], values: readonly string[]) =>
  steps
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => label)
    .join(' ou ')

export const likertMeasure = {
  name: 'likert',
  title: 'Accord ou satisfaction',
  help: 'Pour une échelle de mots : combien sont du bon côté, au milieu, de l’autre côté. Cochez les réponses du bon côté.',
  kinds: ['choice'],
  needsWanted: true,
  beside: [],
  sentence: shareSentence,
  easy: 'answers',
  compute: computeLikert,
} as const satisfies Measure
