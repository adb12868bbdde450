/** The days on which a holiday centre would open, and what parents intend for each child on each of them. */
import { type AnswersAt, answersBeside, answersIn, fieldAt } from '../beside.ts'
import type { Subject } from '../measure.ts'
import type { Hits } from './population.ts'

/** Where each kind of period is asked, and how the tables of the authority name it. */
const kinds = [
  {
    moment: 'mercredi',
    intention: 'enfants.mercredi_intention',
    which: null,
    days: null,
    period: 'mercredi',
    ratio: 'mercredi',
  },
  {
    moment: 'petites_vacances',
    intention: 'enfants.petites_intention',
    which: 'enfants.petites_vacances',
    days: 'enfants.jours_vacances',
    period: 'petites vacances',
    ratio: 'vacances',
  },
  {
    moment: 'ete',
    intention: 'enfants.ete_intention',
    which: 'enfants.ete_semaines',
    days: 'enfants.jours_vacances',
    period: 'été',
    ratio: 'vacances',
  },
] as const
/** The answer that stands for every day of a holiday week; first versions asked the days alone. */
const wholeWeek = { field: 'enfants.vacances_rythme', value: 'semaine' } as const
export type PeriodKind = (typeof kinds)[number]

export const intentions = [
  { value: 'certain', text: 'certainement' },
  { value: 'probable', text: 'probablement' },
  { value: 'peut_etre', text: 'peut-être' },
] as const
export type Intention = (typeof intentions)[number]['value']

/** From the surest to the widest: each counts the intentions of the one before, and one more. */
export const scenarios = [
  { id: 'prudent', title: 'Certainement', counts: ['certain'] },
  { id: 'central', title: 'Certainement ou probablement', counts: ['certain', 'probable'] },
  { id: 'large', title: 'Peut-être compris', counts: ['certain', 'probable', 'peut_etre'] },
] as const satisfies readonly { id: string; title: string; counts: readonly Intention[] }[]
export type Scenario = (typeof scenarios)[number]

/**
 * The scenario whose figure is shown in the place of another's: the noise of two published counts may make what counts more
 * intentions look smaller than what it holds. The central one, which sentences say, stays.
 *
 * @param shareOf published share; null = not shown
 */
export function shownFor(scenario: Scenario, shareOf: (scenario: Scenario) => number | null): Scenario {
  const central = scenarios[1]
  const [own, middle] = [shareOf(scenario), shareOf(central)]
  if (own === null || middle === null) return scenario
  const isWider = scenario.counts.length > central.counts.length
  return (isWider ? own < middle : own > middle) ? central : scenario
}

export type Slot = {
  /** `mercredi`, `toussaint:lundi`, `aout_2:jeudi`. */
  id: string
  period: string
  day: string
  kind: PeriodKind
  /** What the parents intend for the child of a row; null = not that day, or nothing; unknown = they left a part of it blank. */
  of: (row: number) => Intention | null | typeof unknown
}
const unknown = 'unknown'

/** Name of a day in one scenario, among the answers of the measure. */
export const slotValue = ({ id }: Slot, { counts }: Scenario): string => `${id}:${counts.join('+')}`
/** « des vacances de la Toussaint » */
const holidays: Partial<Record<string, string>> = {
  toussaint: 'de la Toussaint',
  noel: 'de Noël',
  hiver: 'd’hiver',
  printemps: 'de printemps',
}
/** When a child would be there, as a sentence goes on: « le mercredi », « le lundi, en juillet, 1re semaine ». */
export function whenOf({ id, period, day, kind }: Slot): string {
  if (kind.which === null) return `le ${day}`
  if (kind.moment === 'ete') return `le ${day}, en ${period.toLowerCase()}`
  return `le ${day} des vacances ${holidays[id.split(':')[0]!] ?? `« ${period} »`}`
}
export const slotText = ({ period, day, kind }: Slot): string => (kind.which === null ? period : `${period}, le ${day}`)

/**
 * @returns Wednesdays, then each day of each holiday week, in the order of the questionnaire
 * @throws RangeError when one of the questions is missing
 */
export function slotsOf(subject: Subject): Slot[] {
  const moments = answersBeside(subject, subject.field.path)
  return kinds.flatMap((kind): Slot[] => {
    const intention = answersBeside(subject, kind.intention)
    const isWished = (row: number) => moments(row)?.includes(kind.moment) === true
    const stated = (row: number) => {
      const given = intention(row)
      if (given === null) return unknown
      return intentions.find(({ value }) => value === given[0])?.value ?? null
    }
    if (kind.which === null)
      return [
        {
          id: kind.moment,
          period: 'Mercredis',
          day: 'mercredi',
          kind,
          of: (row) => (isWished(row) ? stated(row) : null),
        },
      ]
    const which = answersBeside(subject, kind.which)
    const days = answersBeside(subject, kind.days)
    const rhythm = answersIn(subject, wholeWeek.field)
    const comesOn = (row: number, day: string): boolean | null => {
      if (rhythm?.(row)?.includes(wholeWeek.value)) return true
      return days(row)?.includes(day) ?? null
    }
    const statedOn = (row: number, week: string, day: string) => {
      if (!isWished(row)) return null
      const weeks = which(row)
      if (weeks === null) return unknown
      if (!weeks.includes(week)) return null
      const comes = comesOn(row, day)
      if (comes === null) return unknown
      return comes ? stated(row) : null
    }
    return choices(subject, kind.which).flatMap((week) =>
      choices(subject, kind.days).map((day) => ({
        id: `${week.value}:${day.value}`,
        period: week.text,
        day: day.text.toLowerCase(),
        kind,
        of: (row: number) => statedOn(row, week.value, day.value),
      })),
    )
  })
}

const choices = (subject: Subject, path: string) =>
  fieldAt(subject, path)?.choices.filter(({ special }) => special !== true) ?? []

/**
 * Children whose parents have said what they want, or that they need nothing: the base of every day.
 *
 * @param useful answer to « would a centre be useful », by household
 */
function hasStatedWish(moments: AnswersAt, useful: AnswersAt): (row: number) => boolean {
  const needless = ['non_solution', 'non_besoin']
  return (row) => moments(row) !== null || (useful(row)?.some((value) => needless.includes(value)) ?? false)
}

/** A class with fewer who answered is joined with the other small ones. */
const fewestAnswered = 5

/**
 * Only a child who would come has questions left to leave blank: without these children every day would be too low. Those who
 * gave the same answer before, and left nothing blank, stand for them: first for the moments, then for all that follows.
 *
 * @param moments chosen, by row; @param useful answer to « would a centre be useful », by household; @param counts rows asked
 * @returns what each row stands for, 1 or more; 0 = out of the base, or left blank in part
 * @source weighting classes: Oh & Scheuren (1983)
 */
export function standingForBlanks(
  rows: number,
  slots: readonly Slot[],
  moments: AnswersAt,
  useful: AnswersAt,
  counts: (row: number) => boolean,
): Float64Array {
  const isKnown = (row: number) => moments(row) !== null || useful(row) !== null
  const asked = Float64Array.from({ length: rows }, (_, row) => Number(counts(row) && isKnown(row)))
  const hasStated = hasStatedWish(moments, useful)
  const stated = handedOver(
    asked,
    (row) => !hasStated(row),
    (row) => `${useful(row)}`,
  )
  return handedOver(
    stated,
    (row) => slots.some((slot) => slot.of(row) === unknown),
    (row) => `${moments(row)?.toSorted()}`,
  )
}

/** What the blank rows stand for goes to the others of their class. */
function handedOver(
  standing: Float64Array,
  isBlank: (row: number) => boolean,
  classOf: (row: number) => string,
): Float64Array {
  const own = [...standing.keys()].filter((row) => standing[row]! > 0)
  const blank = new Set(own.filter(isBlank))
  const classes = [...Map.groupBy(own, classOf).values()]
  const isLarge = (all: readonly number[]) => all.filter((row) => !blank.has(row)).length >= fewestAnswered
  const sum = (some: readonly number[]) => some.reduce((total, row) => total + standing[row]!, 0)
  const found = new Float64Array(standing.length)
  for (const all of [...classes.filter(isLarge), classes.filter((one) => !isLarge(one)).flat()]) {
    const answered = all.filter((row) => !blank.has(row))
    const factor = sum(all) / sum(answered)
    for (const row of answered) found[row] = standing[row]! * factor
  }
  return found
}

/**
 * @param factor part of an intention that becomes presence, by row; 1 = the intention itself; null = not known
 * @returns one per row in [0, 1]; NaN out of the base, or where what was left blank would say whether the child comes
 */
export function slotHits(
  rows: number,
  slot: Slot,
  counts: readonly Intention[],
  inBase: (row: number) => boolean,
  factor: (row: number, intention: Intention) => number = () => 1,
): Hits {
  return Float64Array.from({ length: rows }, (_, row) => {
    if (!inBase(row)) return Number.NaN
    const intention = slot.of(row)
    if (intention === unknown) return Number.NaN
    return intention !== null && counts.includes(intention) ? factor(row, intention) : 0
  })
}
