/**
 * Means, quantiles, balances and places in a ranking: kinds that the demonstration does not ask, against laws known exactly. Each
 * sample has its own marks and orders: ends are whole percents, which hold a true share of 25.0 % more often than one of 24.6 %.
 */
import type { Answers } from '../../../surveys/answers/response.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { numberedResponse } from '../../../surveys/people/numbered.ts'
import { Indicator, type Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { tableOf } from '../../columns/columns.ts'
import type { Study } from '../../columns/study.ts'
import { subjectsOf } from '../../columns/subjects.ts'
import { findingsOf } from '../../findings/findings.ts'
import { estimateOf, figuresOf } from '../../findings/presentation.ts'
import { balanceOf } from '../../measures/general/nps.ts'
import type { Subject } from '../../measures/measure.ts'
import { meanOfClasses, numberClasses, quantileOfClasses } from '../../measures/number-classes.ts'
import { answerKey, tableId } from '../../measures/tables.ts'
import { count, type Tally } from './kinds.ts'
import { randomOf } from './random.ts'

const asked = { objectives: [1], sensitivity: 'ordinary' }
const things = ['prix', 'lieu', 'heures']
const indicatorOf = (id: string, measure: string) =>
  Indicator.parse({ id, title: id, objective: 1, unit: 'persons', field: id, measure, sentence: '{value}' })

const questionnaire: Questionnaire = {
  slug: 'echelles',
  version: 1,
  title: 'Échelles',
  summary: 'Pour la simulation.',
  audience: 'everyone',
  audienceText: 'Personne',
  minutes: 1,
  unit: 'persons',
  notice: { lines: [] },
  parameters: [],
  assigned: [],
  indicators: [
    indicatorOf('note', 'rating'),
    indicatorOf('conseil', 'nps'),
    indicatorOf('trajet', 'numeric'),
    indicatorOf('ordre', 'ranking'),
  ],
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          { type: 'rating', name: 'note', title: 'Une note', rateMin: 1, rateMax: 5, ...asked },
          { type: 'rating', name: 'conseil', title: 'Le conseillez-vous ?', rateMin: 0, rateMax: 10, ...asked },
          { type: 'text', inputType: 'number', name: 'trajet', title: 'Minutes', min: 0, max: 120, ...asked },
          {
            type: 'ranking',
            name: 'ordre',
            title: 'L’ordre',
            choices: things.map((value) => ({ value, text: value })),
            ...asked,
          },
        ],
      },
    ],
  },
}

/** Chances of the marks 1 to 5, and of 0 to 10, around which those of a sample are. */
const marks = [0.08, 0.14, 0.28, 0.32, 0.18]
const advice = [0.04, 0.02, 0.03, 0.05, 0.05, 0.1, 0.1, 0.15, 0.2, 0.14, 0.12]
/** Minutes: a quantile law, so that its mean and quantiles are exact; people say them to the nearest five. */
const minutesAt = (part: number) => 4 + 70 * part ** 1.5
/** Chance of each order. */
const orders: [string[], number][] = [
  [['prix', 'lieu', 'heures'], 0.3],
  [['prix', 'heures', 'lieu'], 0.2],
  [['lieu', 'prix', 'heures'], 0.2],
  [['lieu', 'heures', 'prix'], 0.05],
  [['heures', 'prix', 'lieu'], 0.15],
  [['heures', 'lieu', 'prix'], 0.1],
]

const drawn = (chances: readonly number[], at: number): number => {
  let sum = 0
  const found = chances.findIndex((chance) => {
    sum += chance
    return at < sum
  })
  return found < 0 ? chances.length - 1 : found
}

type Law = { marks: number[]; advice: number[]; orders: number[] }

const lawOf = (random: () => number): Law => ({
  marks: leaning(marks, random),
  advice: leaning(advice, random),
  orders: leaning(
    orders.map(([, chance]) => chance),
    random,
  ),
})

/** Each chance by a tenth of itself, more or less, at most. */
function leaning(chances: readonly number[], random: () => number): number[] {
  const own = chances.map((chance) => chance * (0.9 + 0.2 * random()))
  const all = own.reduce((sum, chance) => sum + chance, 0)
  return own.map((chance) => chance / all)
}

const answersOf = (law: Law, random: () => number): Answers => ({
  note: 1 + drawn(law.marks, random()),
  conseil: drawn(law.advice, random()),
  trajet: 5 * Math.round(minutesAt(random()) / 5),
  ordre: orders[drawn(law.orders, random())]![0],
})

const meanMark = (law: Law) => law.marks.reduce((sum, chance, at) => sum + chance * (at + 1), 0)
const chanceOf = ({ advice }: Law, from: number, to: number) =>
  advice.slice(from, to + 1).reduce((sum, chance) => sum + chance, 0)
const balance = (law: Law) => 100 * (chanceOf(law, 9, 10) - chanceOf(law, 0, 6))
const firstOf = (law: Law, thing: string) =>
  orders.reduce((sum, [order], at) => sum + (order[0] === thing ? law.orders[at]! : 0), 0)
const meanMinutes = 4 + 70 / 2.5

/** @param samples of so many people */
export function countScales({ samples, people }: { samples: number; people: number }, tally: Tally): void {
  for (let seed = 1; seed <= samples; seed++) {
    const random = randomOf(seed)
    const law = lawOf(random)
    const study = studyOf(people, law, seed, random)
    const sample = `${people} ${seed}`
    const figures = figuresOf(findingsOf(study).published)
    const subjects = new Map(subjectsOf(study).subjects.map((one) => [one.indicator.id, one]))
    const [note, advised, minutes, order] = ['note', 'conseil', 'trajet', 'ordre'].map((id) => subjects.get(id)!) as [
      Subject,
      Subject,
      Subject,
      Subject,
    ]
    const shareOf = (subject: Subject, value: string) =>
      estimateOf(figures(tableId(subject, null), answerKey(subject, value)))
    const mean = meanOfClasses(note, numberClasses(note), figures)
    if (mean.value !== null) count(tally, 'rating', mean, meanMark(law), sample)
    const classes = numberClasses(minutes)
    const long = meanOfClasses(minutes, classes, figures)
    if (long.value !== null) count(tally, 'mean', long, meanMinutes, sample)
    for (const part of [0.25, 0.5, 0.75]) {
      const quantile = quantileOfClasses(minutes, classes, part, figures)
      if (quantile.value !== null) count(tally, 'quantile', quantile, minutesAt(part), sample)
    }
    const [up, down] = [shareOf(advised, 'promoteurs'), shareOf(advised, 'detracteurs')]
    if (up.value !== null && down.value !== null) count(tally, 'nps', balanceOf(up, down), balance(law), sample)
    for (const thing of things) {
      const share = shareOf(order, thing)
      if (share.value !== null) count(tally, 'ranking', share, firstOf(law, thing), sample)
    }
  }
}

function studyOf(people: number, law: Law, seed: number, random: () => number): Study {
  const responses = Array.from({ length: people }, (_, row) =>
    numberedResponse(row, questionnaire, answersOf(law, random)),
  )
  const key = new Uint8Array(32).map((_, at) => (seed * 31 + at * 7) & 255)
  return {
    questionnaire,
    table: tableOf(questionnaire, responses, { key, epoch: 0 }),
    trial: false,
    period: null,
    zones: provisionalZones(),
  }
}
