/** What answers that came by themselves can be checked against: how many of all responded, and known shares of the same topic. */
import { fieldsOf } from '../../surveys/questionnaire/fields.ts'
import { isGroup } from '../columns/closed-lists.ts'
import type { Study } from '../columns/study.ts'
import type { Table } from '../columns/table.ts'
import type { Figures } from '../disclosure/published-figure.ts'
import type { MarginList } from '../measures/respondents/margins-reached.ts'
import { responseRate } from '../measures/respondents/response-rate.ts'
import { estimateOf } from './presentation.ts'
import { strengthRules } from './strength.ts'

/**
 * Least response rate of a finding that is « solide »: below, those who did not respond may move a share by more than the five
 * points that the word promises, even when they say yes only half as often.
 *
 * @source Office of Management and Budget (2006), Standards and Guidelines for Statistical Surveys, guideline 3.2.9
 */
export const leastRate = 0.8

export type Benchmarks = {
  /**
   * Published responses over the people of the register, in [0, 1]; of one zone where it is named. null = not known.
   *
   * @param asked part of the responses that were asked the question, in [0, 1]; null = not known
   */
  rateOf(table: Table, asked: number | null, zone?: string): number | null
  /** Does anything show that those who did not respond cannot change much, for an objective? */
  isChecked(objective: number, table: Table, asked: number | null, zone?: string): boolean
}

/**
 * @param margins of the questionnaire, each beside the published shares of its classes before weighting
 */
export function benchmarksOf(study: Study, margins: readonly MarginList[], figures: Figures): Benchmarks {
  const agreed = new Set(margins.filter((one) => agrees(one, figures)).flatMap(({ path }) => topicOf(study, path)))
  const rateOf: Benchmarks['rateOf'] = (table, asked, zone) => {
    const rate = responseRate(study, table, zone)
    return rate === null || asked === null ? null : rate * asked
  }
  return {
    rateOf,
    isChecked: (objective, table, asked, zone) =>
      (rateOf(table, asked, zone) ?? 0) >= leastRate || agreed.has(objective),
  }
}

/** Every class as it is known, within an interval narrow enough to have shown a gap. */
const agrees = ({ classes, table }: MarginList, figures: Figures): boolean =>
  classes.length > 1 &&
  classes.every(({ key, known }) => {
    const { value, low, high } = { low: 0, high: 0, ...estimateOf(figures(table.id, key)) }
    return value !== null && low <= known && known <= high && high - low < strengthRules[0].shareWidth + 1e-9
  })

/** Objectives a question serves; who people are (zone, age, household) is no topic. */
function topicOf({ questionnaire }: Study, path: string): number[] {
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  return isGroup(path, fields) ? [] : (fields.find((field) => field.path === path)?.objectives ?? [])
}
