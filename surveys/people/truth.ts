/** What is true of the synthetic population: what a perfect survey of all of it would find. */

import type { Answers } from '../answers/response.ts'
import { type Field, fieldsOf } from '../questionnaire/fields.ts'
import type { Indicator, Questionnaire } from '../questionnaire/questionnaire.ts'
import { bands, halfHoursIn, type WeekRow } from '../questionnaire/week.ts'
import { respondentsOf } from './person.ts'
import { seeded } from './random.ts'

/** One true share, in [0, 1], among those the question is put to and who answer it. */
export type Truth = {
  /** Id of the indicator. */
  indicator: string
  field: string
  /**
   * The answer counted; null = any of the indicator's `wanted`. For a week: `semaine:matin:needed`, `samedi:nuit:lacking` …
   * = at least once in that band of that kind of day, one week of two counting for half (lacking: the solution is strained
   * or there is none); null = a need outside 8 h to 18 h 30 from Monday to Friday.
   */
  value: string | null
  truth: number
}

const populationSize = 20_000
const populationSeed = 20_260_101
const outOfBase: ReadonlySet<unknown> = new Set(['nsp', 'refus'])

/**
 * The true values of the indicators that are shares (`share`, `shares`, and the bands of a `week`).
 *
 * A large seeded draw, frank in everything: its own error is below 0.4 points (standard error √(¼ / 20 000)) when all
 * are asked, more for questions few people meet. Silence, consent and the optional part do not depend on the traits, so
 * a sample of people who leave out answers here and there aims at the same values.
 */
export function truthOf(questionnaire: Questionnaire, size = populationSize): Truth[] {
  const fields = new Map(fieldsOf(questionnaire.definition, questionnaire.assigned).map((field) => [field.path, field]))
  const counts = questionnaire.indicators.flatMap((indicator) => {
    const field = fields.get(indicator.field)
    // everybody consents in the truth, whatever their traits: nothing is to be found there
    const tally = field && field.semantic !== 'consent' && tallyOf(indicator, field)
    return tally ? [countOf(indicator.id, field, tally)] : []
  })
  const random = seeded(populationSeed)
  const next = respondentsOf(questionnaire, 'everything')
  for (let drawn = 0; drawn < size; drawn++) {
    const { answers } = next(random)
    for (const count of counts) count.add(answers)
  }
  return counts.flatMap((count) => count.truths())
}

type Value = string | null
/** The values an indicator measures, and which of them an answer counts for: 1, or less for what happens now and then. */
type Tally = { values: Value[]; of: (answer: unknown) => [value: Value, part: number][] }

function tallyOf({ measure, wanted = [] }: Indicator, { choices }: Field): Tally | null {
  if (measure === 'share')
    return {
      values: [null],
      of: (answer) => (listed(answer).some((value) => wanted.includes(value)) ? [[null, 1]] : []),
    }
  if (measure === 'shares' || measure === 'cumulated') {
    const values = choices.map(({ value }) => value).filter((value) => !outOfBase.has(value))
    return { values, of: (answer) => listed(answer).map((value) => [value, 1]) }
  }
  if (measure === 'week') return { values: [null, ...slots.map(({ id }) => id)], of: slotsIn }
  return null
}

const listed = (answer: unknown): string[] => (Array.isArray(answer) ? answer : [answer]) as string[]

const dayKinds = [
  { id: 'semaine', from: 1, to: 5 },
  { id: 'samedi', from: 6, to: 6 },
  { id: 'dimanche', from: 7, to: 7 },
]
const slots = dayKinds.flatMap((kind) =>
  bands.flatMap((band) =>
    (['needed', 'lacking'] as const).map((layer) => ({ id: `${kind.id}:${band.id}:${layer}`, kind, band, layer })),
  ),
)

function slotsIn(answer: unknown): [Value, number][] {
  const rows = answer as WeekRow[]
  const parts = slots.map(({ id, kind, band, layer }): [Value, number] => {
    const counts = (row: WeekRow) =>
      row.day >= kind.from &&
      row.day <= kind.to &&
      halfHoursIn(row, band) > 0 &&
      (layer === 'needed' || row.cover === 'strained' || row.cover === 'none')
    const weeks = (['A', 'B'] as const).filter((week) => rows.some((row) => (row.week ?? week) === week && counts(row)))
    return [id, weeks.length / 2]
  })
  const isUnusual = parts.some(
    ([id, part]) => part > 0 && id !== 'semaine:journee:needed' && id !== 'semaine:journee:lacking',
  )
  return [[null, Number(isUnusual)], ...parts]
}

function countOf(indicator: string, field: Field, { values, of }: Tally) {
  const hits = new Map(values.map((value) => [value, 0]))
  let base = 0
  return {
    add(answers: Answers) {
      for (const answer of answersTo(field, answers)) {
        if (answer === null || answer === undefined || listed(answer).some((value) => outOfBase.has(value))) continue
        base++
        for (const [value, part] of of(answer)) hits.set(value, hits.get(value)! + part)
      }
    },
    truths: (): Truth[] =>
      base === 0 ? [] : [...hits].map(([value, hit]) => ({ indicator, field: field.path, value, truth: hit / base })),
  }
}

/** One answer a response, or one a row of the repeated panel. */
function answersTo({ parent, question, row }: Field, answers: Answers): unknown[] {
  const holders = parent === null ? [answers] : ((answers[parent] ?? []) as Answers[])
  return holders.map((holder) => {
    const value = holder[question]
    return row === null || value === null || value === undefined ? value : (value as Answers)[row]
  })
}
