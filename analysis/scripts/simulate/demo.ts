/** The intervals of the demo against the truth of its population: how many of them contain it. */

import { ofAuthority } from '../../../surveys/authority/in-force.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { numberedResponse } from '../../../surveys/people/numbered.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { truthOf } from '../../../surveys/people/truth.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Indicator, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { tableOf } from '../../columns/columns.ts'
import type { Study } from '../../columns/study.ts'
import { subjectsOf } from '../../columns/subjects.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { measureOf } from '../../measures/catalogue.ts'
import type { Subject } from '../../measures/measure.ts'
import { answerKey } from '../../measures/tables.ts'

/** Intervals that hold the truth, and how many there are. `composed`: of measures made of several counts. */
export type DemoCoverage = { slug: string; composed: boolean; inside: number; intervals: number }

export type DemoSizes = {
  /** Independent samples, and people in each. */
  samples: number
  people: number
  /** People the truth is counted among. */
  population: number
}

export const published = ofAuthority(() => founding().map((one) => materialise(one, {})))

/** @returns shares of `questionnaire` against what its population would say if all were asked */
export function sharesCoverage(questionnaire: Questionnaire, { samples, people, population }: DemoSizes): DemoCoverage {
  const truths = truthOf(questionnaire, population)
  const tally = { slug: questionnaire.slug, composed: false, inside: 0, intervals: 0 }
  for (let seed = 1; seed <= samples; seed++) {
    const subjects = new Map(subjectsIn(questionnaire, people, seed).map((one) => [one.indicator.id, one]))
    const known = new Map<string, Map<string, MaybeEstimate>>()
    for (const { indicator, value, truth } of truths) {
      const subject = subjects.get(indicator)!
      if (!known.has(indicator)) known.set(indicator, figuresOf(subject))
      const wanted = subject.indicator.wanted?.toSorted().join('+') ?? 'horaires-etendus'
      count(tally, known.get(indicator)!.get(answerKey(subject, value ?? wanted)), truth)
    }
  }
  return tally
}

const composed = new Set(['gap', 'places', 'price-curve', 'catchment', 'youth-places', 'mobility', 'top-needs'])

/** Whether an indicator is computed from several counts. */
export const isComposed = ({ measure }: Pick<Indicator, 'measure'>): boolean => composed.has(measure)

/** @returns composed measures of `questionnaire` against the same measure on its whole population */
export function composedCoverage(
  questionnaire: Questionnaire,
  { samples, people, population }: DemoSizes,
): DemoCoverage {
  const indicators = questionnaire.indicators.filter(isComposed)
  const own = { ...questionnaire, indicators }
  const whole = subjectsIn(own, population, 99, 'everything')
  const truth = new Map(whole.map((one) => [one.indicator.id, figuresOf(one)]))
  const tally = { slug: questionnaire.slug, composed: true, inside: 0, intervals: 0 }
  for (let seed = 1; seed <= samples; seed++)
    for (const subject of subjectsIn(own, people, seed))
      for (const [key, estimate] of figuresOf(subject)) {
        const found = truth.get(subject.indicator.id)!.get(key)
        if (found && found.value !== null) count(tally, estimate, found.value)
      }
  return tally
}

function subjectsIn(questionnaire: Questionnaire, people: number, seed: number, answering?: 'everything') {
  return subjectsOf(studyOf(questionnaire, people, seed, answering)).subjects
}

/** Synthetic people of one seed, with record keys of their own. @param byShort as `respondentsOf` */
export function studyOf(
  questionnaire: Questionnaire,
  people: number,
  seed: number,
  answering?: 'everything',
  byShort?: number,
): Study {
  const random = seeded(seed)
  const next = respondentsOf(questionnaire, answering, byShort)
  const responses = Array.from({ length: people }, (_, row) =>
    numberedResponse(row, questionnaire, next(random).answers),
  )
  const key = new Uint8Array(32).map((_, at) => (seed * 31 + at * 7) & 255)
  const table = tableOf(questionnaire, responses, { key, epoch: 0 })
  return { questionnaire, table, trial: false, period: null, zones: provisionalZones() }
}

/** Every figure of everybody taken together, before rounding, by key. */
function figuresOf(subject: Subject): Map<string, MaybeEstimate> {
  const { tables } = measureOf(subject.indicator.measure).compute({ ...subject, breakdowns: [] })
  return new Map(tables.flatMap(({ figures }) => figures.map(({ key, estimate }) => [key, estimate] as const)))
}

function count(tally: DemoCoverage, estimate: MaybeEstimate | undefined, truth: number): void {
  if (!estimate || estimate.value === null) return
  tally.intervals++
  if (truth >= estimate.low - 1e-9 && truth <= estimate.high + 1e-9) tally.inside++
}

/** One line of text per questionnaire and kind of measure. */
export const demoTable = (rows: readonly DemoCoverage[]): string =>
  rows
    .map(
      ({ slug, composed: isComposed, inside, intervals }) =>
        `${`${slug}${isComposed ? ', mesures composées' : ''}`.padEnd(38)} ${((100 * inside) / intervals).toFixed(1).replace('.', ',')} % de ${intervals} intervalles à 95 % contiennent la vérité\n`,
    )
    .join('')
