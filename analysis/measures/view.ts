/** A part of a subject that counts other people, or groups them otherwise: it has its own tables and its own base. */
import type { Field } from '../../surveys/questionnaire/fields.ts'
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

/** The path that makes those who gave an answer the base of a view. */
export const amongThose = (subject: Subject, value: string): string =>
  answerKey(subject, value).slice(subject.slug.length + 1)

/**
 * Groups made from answers to another question: disclosure control then asks for large margins on both sides.
 *
 * @param groupOf index in `choices`; −1 = not known
 */
export const groupsOf = (
  path: string,
  title: string,
  choices: { value: string; text: string }[],
  rows: number,
  groupOf: (row: number) => number,
): Breakdown => ({
  path,
  title,
  choices,
  codes: Int16Array.from({ length: rows }, (_, row) => groupOf(row)),
  left: [],
  crossed: true,
})
