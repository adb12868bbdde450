/** A part of a subject that counts other people, or groups them otherwise: it has its own tables and its own base. */
import type { Field } from '../../surveys/questionnaire/fields.ts'
import { leastCompared } from '../findings/strength.ts'
import type { Hits } from './local/population.ts'
import type { Breakdown, Subject } from './measure.ts'
import { answerKey } from './tables.ts'

export type ViewOptions = Partial<Pick<Subject, 'breakdowns' | 'design'>> & {
  title?: string
  sensitivity?: Field['sensitivity']
  /** Path of who is counted, when they are not those of the field. */
  among?: string
}

/** @param name distinct from the subject's other views, in lower case and dashes */
export function viewOf(subject: Subject, name: string, options: ViewOptions = {}): Subject {
  const { title, among, sensitivity, ...rest } = options
  const { indicator, field } = subject
  return {
    ...subject,
    breakdowns: [],
    ...rest,
    indicator: { ...indicator, id: `${indicator.id}-${name}`, title: title ?? indicator.title },
    field: { ...field, path: among ?? `${field.path}:${name}`, sensitivity: sensitivity ?? field.sensitivity },
  }
}

/** The path that makes those who gave an answer the base of a view: disclosure control then knows that it counts the same people. */
export const amongThose = (subject: Subject, value: string): string =>
  answerKey(subject, value).slice(subject.slug.length + 1)

/**
 * Groups made from answers, as a breakdown: only those with enough people to compare.
 *
 * @param groupOf index in `choices`; −1 = not known
 * @param answered NaN = the row is in no base
 * @returns none when less than two groups are large enough
 */
export function groupsOf(
  path: string,
  title: string,
  choices: { value: string; text: string }[],
  answered: Hits,
  groupOf: (row: number) => number,
): Breakdown[] {
  const codes = Int16Array.from(answered, (_, row) => groupOf(row))
  const sizes = choices.map(
    (_, code) => codes.filter((own, row) => own === code && !Number.isNaN(answered[row]!)).length,
  )
  const compared = choices.filter((_, code) => sizes[code]! >= leastCompared)
  if (compared.length < 2) return []
  const left = choices.filter((choice) => !compared.includes(choice)).map(({ text }) => text)
  const moved = choices.map((choice) => compared.indexOf(choice))
  return [{ path, title, choices: compared, codes: codes.map((code) => (code < 0 ? code : moved[code]!)), left }]
}
