import { expect, test } from 'vitest'
import { tableOf } from '../../analysis/columns.ts'
import type { MaybeEstimate } from '../../analysis/estimate.ts'
import { measures } from '../../analysis/measures/catalogue.ts'
import type { Subject } from '../../analysis/measures/measure.ts'
import { answerKey } from '../../analysis/measures/tables.ts'
import { subjectsOf } from '../../analysis/subjects.ts'
import { founding } from '../../surveys/founding.ts'
import { peopleOf } from '../../surveys/people/person.ts'
import { seeded } from '../../surveys/people/random.ts'
import { truthOf } from '../../surveys/people/truth.ts'
import type { Questionnaire } from '../../surveys/questionnaire.ts'
import { materialise } from '../../surveys/questionnaire-parameters.ts'
import { provisionalZones } from '../../surveys/territory.ts'
import { sheets } from './study.ts'

const [samples, size] = [5, 350]
const published = founding.map((one) => materialise(one, {}))

function subjectsIn(questionnaire: Questionnaire, people: number, seed: number, telling?: 'everything') {
  const random = seeded(seed)
  const next = peopleOf(questionnaire, telling)
  const answers = Array.from({ length: people }, () => next(random).answers)
  const table = tableOf(questionnaire, sheets(answers, questionnaire.slug))
  return subjectsOf({ questionnaire, table, trial: false, period: null, zones: provisionalZones }).subjects
}

/** Every figure of everybody taken together, before rounding, by key. */
function figuresOf(subject: Subject): Map<string, MaybeEstimate> {
  const { tables } = measures.get(subject.indicator.measure)!({ ...subject, breakdowns: [] })
  return new Map(tables.flatMap(({ figures }) => figures.map(({ key, estimate }) => [key, estimate] as const)))
}

const isInside = (estimate: MaybeEstimate, truth: number) =>
  estimate.value !== null && truth >= estimate.low - 1e-9 && truth <= estimate.high + 1e-9

/** Intervals that hold the truth, and how many there are. */
type Tally = { inside: number; intervals: number }
const report = (name: string, { inside, intervals }: Tally) =>
  console.log(`${name} : ${((100 * inside) / intervals).toFixed(1)} % de ${intervals} intervalles à 95 %`)

test.each(published)(
  'at least nine intervals in ten of $slug hold the truth of the population',
  (questionnaire) => {
    const truths = truthOf(questionnaire, 10_000)
    const tally: Tally = { inside: 0, intervals: 0 }
    for (let seed = 1; seed <= samples; seed++) {
      const subjects = new Map(subjectsIn(questionnaire, size, seed).map((one) => [one.indicator.id, one]))
      const known = new Map<string, Map<string, MaybeEstimate>>()
      for (const { indicator, value, truth } of truths) {
        const subject = subjects.get(indicator)!
        if (!known.has(indicator)) known.set(indicator, figuresOf(subject))
        const wanted = subject.indicator.wanted?.toSorted().join('+') ?? 'horaires-etendus'
        const estimate = known.get(indicator)!.get(answerKey(subject, value ?? wanted))
        if (!estimate || estimate.value === null) continue
        tally.intervals++
        if (isInside(estimate, truth)) tally.inside++
      }
    }
    report(questionnaire.slug, tally)
    expect(tally.intervals).toBeGreaterThan(500)
    expect(tally.inside / tally.intervals).toBeGreaterThanOrEqual(0.9)
  },
  60_000,
)

const composed = new Set([
  'gap',
  'places',
  'price-curve',
  'catchment',
  'youth-places',
  'mobility',
  'funnel',
  'top-needs',
])

test.each(published)(
  'so do those of the composed measures of $slug, against the same measure on the whole population',
  (questionnaire) => {
    const own = {
      ...questionnaire,
      indicators: questionnaire.indicators.filter(({ measure }) => composed.has(measure)),
    }
    const truth = new Map(subjectsIn(own, 8000, 99, 'everything').map((one) => [one.indicator.id, figuresOf(one)]))
    const tally: Tally = { inside: 0, intervals: 0 }
    for (let seed = 1; seed <= samples; seed++)
      for (const subject of subjectsIn(own, size, seed))
        for (const [key, estimate] of figuresOf(subject)) {
          const found = truth.get(subject.indicator.id)!.get(key)
          if (!found || found.value === null || estimate.value === null) continue
          tally.intervals++
          if (isInside(estimate, found.value)) tally.inside++
        }
    report(`${questionnaire.slug}, mesures composées`, tally)
    expect(tally.inside / tally.intervals).toBeGreaterThanOrEqual(0.9)
  },
  60_000,
)
