/** The version that would follow: what it is filled in with, and the one it follows. */

import { dayOf } from '../../surveys/days.ts'
import type { ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { AppContext } from '../context.ts'
import { allFilled } from '../questionnaires/live-missing.ts'
import { valuesFor } from '../questionnaires/parameter-values.ts'
import type { Standing, Version } from '../questionnaires/questionnaires.ts'
import { versionsIn } from './sources.ts'

/**
 * Once it is open, the lists it was opened with stay those of every version: a table that changes since must not take
 * an answer away.
 *
 * @returns before: the version people answer for good; null when none is
 * @throws Problem live-missing, when people answer for good and something is empty
 */
export async function nextValues(
  context: AppContext,
  source: Questionnaire,
  standing: Standing | null,
  closesAt: string | null,
): Promise<{ values: ParameterValues; before: Version | null }> {
  const lastDay = standing ? standing.closesAt && dayOf(standing.closesAt) : closesAt
  const values = await valuesFor(context, source.slug, lastDay)
  if (!standing || standing.status === 'trial') return { values, before: null }
  const before = (await versionsIn(context).get(`${source.slug}@${standing.version}`))?.value ?? null
  const next = { ...values, ...listsOf(before?.parameters ?? {}) }
  allFilled(source, next)
  return { values: next, before }
}

const listsOf = (values: ParameterValues): ParameterValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => Array.isArray(value)))
