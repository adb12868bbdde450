/** The intervals of published figures, noise and rounding included, against the truth of the population of the demonstration. */

import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { shortFormOf } from '../../../surveys/questionnaire/short-form.ts'
import { subjectsOf } from '../../columns/subjects.ts'
import { minority, mostly } from '../../disclosure/words.ts'
import { findingsOf } from '../../findings/findings.ts'
import { answersOf } from '../../measures/answers.ts'
import { measureOf } from '../../measures/catalogue.ts'
import { sumsTitle } from '../../measures/local/cumulated.ts'
import type { Subject } from '../../measures/measure.ts'
import { answerKey, tableId } from '../../measures/tables.ts'
import { studyOf } from './demo.ts'
import { count, type Kind, kinds, type Tally } from './kinds.ts'

export type PublishedSizes = {
  /** Samples of a questionnaire, and people in each. */
  samples: number
  people: number
  /** People the truth is counted among. */
  population: number
}

/** What a figure would be if everybody were asked, by table and key; the kind of the figures of a table. */
type Truth = {
  value: ReadonlyMap<string, number>
  kindOf: ReadonlyMap<string, { kind: Kind; lists: ReadonlySet<string> }>
}

const nameOf = (table: string, key: string) => `${table}\n${key}`

export function countPublished(
  questionnaire: Questionnaire,
  { samples, people, population }: PublishedSizes,
  tally: Tally,
): void {
  const whole = studyOf(questionnaire, population, 99, 'everything')
  const subjects = subjectsOf(whole).subjects
  const truth = truthIn(subjects)
  for (let seed = 1; seed <= samples; seed++) {
    const study = studyOf(questionnaire, people, seed)
    const sample = `${questionnaire.slug} ${people} ${seed}`
    const { published, findings } = findingsOf(study)
    const leading = new Set(findings.flatMap(({ estimate }) => (estimate.value === null ? [] : [estimate])))
    for (const { id, figures } of published.tables)
      for (const figure of figures) {
        const value = truth.value.get(nameOf(id, figure.key))
        const own = truth.kindOf.get(id)
        if (!isTested(value) || !own) continue
        const half = figure.state === 'in-words' ? halves[figure.words] : undefined
        if (half) count(tally, 'words', half, value, sample)
        if (figure.state !== 'published') continue
        const isGroup = Object.keys(figure.dims).some((name) => own.lists.has(name))
        const kind = own.kind === 'cumulated' ? 'shares' : own.kind
        count(tally, isGroup ? 'group' : kind, figure.estimate, value, sample)
        if (chosen.has(own.kind) && !isGroup && leading.has(figure.estimate))
          count(tally, 'leading', figure.estimate, value, sample)
      }
    for (const { indicator, breakdowns } of findings) {
      const sums = breakdowns.find(({ table }) => table.title === sumsTitle)
      let sum = 0
      for (const { label, cells } of sums?.table.rows ?? []) {
        sum += truth.answers.get(indicator)?.get(label) ?? Number.NaN
        if (cells[0]?.kind === 'estimate') count(tally, 'cumulated', cells[0].estimate, sum, sample)
      }
    }
  }
}

/** What nobody says is printed as 0, and every interval holds it. */
const isTested = (truth: number | undefined): truth is number => truth !== undefined && truth > 0

/** Part of the people who take the short door: as in the demonstration. */
const byShort = 0.25

/** Answers of everybody by both doors, where there are two: those of questions that both ask, those that the whole alone asks. */
export function countDoors(
  questionnaire: Questionnaire,
  { samples, people, population }: PublishedSizes,
  tally: Tally,
): void {
  if (shortFormOf(questionnaire) === null) return
  const { subjects } = subjectsOf(studyOf(questionnaire, population, 99, 'everything'))
  const answered = subjects.filter(({ indicator }) => doorKinds.has(indicator.measure))
  const truth = truthIn(answered)
  const essential = new Map(answered.map((one) => [tableId(one, null), one.field.essential]))
  for (let seed = 1; seed <= samples; seed++) {
    const { published } = findingsOf(studyOf(questionnaire, people, seed, undefined, byShort))
    for (const { id, figures } of published.tables)
      for (const figure of figures) {
        const value = truth.value.get(nameOf(id, figure.key))
        if (!isTested(value) || !essential.has(id) || figure.state !== 'published') continue
        const kind = essential.get(id) ? 'both-doors' : 'whole-only'
        count(tally, kind, figure.estimate, value, `${questionnaire.slug} ${people} ${seed}`)
      }
  }
}
const doorKinds: ReadonlySet<string> = new Set(['share', 'shares'])

/** Words say on which side of one half a share is. */
const halves: Readonly<Record<string, { low: number; high: number }>> = {
  [minority]: { low: 0, high: 0.5 },
  [mostly]: { low: 0.5, high: 1 },
}

/** Their headline is the largest of several answers. */
const chosen: ReadonlySet<Kind> = new Set(['shares', 'top-needs', 'places'])

const isKind = (name: string): name is Kind => name in kinds

/** By indicator: the answers that are added up, by their labels. */
type ByLabel = Map<string, Map<string, number>>

function truthIn(subjects: readonly Subject[]): Truth & { answers: ByLabel } {
  const value = new Map<string, number>()
  const kindOf = new Map<string, { kind: Kind; lists: ReadonlySet<string> }>()
  const answers: ByLabel = new Map()
  for (const subject of subjects) {
    // everybody consents in the truth, whatever their traits: nothing is to be found there
    if (subject.field.semantic === 'consent') continue
    const { measure, id } = subject.indicator
    const { tables } = measureOf(measure).compute(subject)
    const lists = new Set(subject.breakdowns.map(({ path }) => path))
    for (const table of tables) {
      if (isKind(measure)) kindOf.set(table.id, { kind: measure, lists })
      for (const { key, estimate } of table.figures)
        if (estimate.value !== null) value.set(nameOf(table.id, key), estimate.value)
    }
    if (measure === 'cumulated')
      answers.set(
        id,
        new Map(
          answersOf(subject).map(({ value: answer, label }) => [
            label,
            value.get(nameOf(tableId(subject, null), answerKey(subject, answer))) ?? Number.NaN,
          ]),
        ),
      )
  }
  return { value, kindOf, answers }
}
