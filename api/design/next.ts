/** The version that would follow: what it is filled in with, and the one it follows. */

import { dayOf } from '../../surveys/days.ts'
import type { ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { AppContext } from '../context.ts'
import { allFilled } from '../questionnaires/live-missing.ts'
import { valuesFor } from '../questionnaires/parameter-values.ts'
import type { Standing, Version } from '../questionnaires/questionnaires.ts'
import { versionsIn } from './sources.ts'

type Next = {
  values: ParameterValues
  /** The version people answer for good; null when none is. */
  before: Version | null
}

/** Once it is open, the lists it was opened with stay those of every version: a table that changes since must not take an answer away. */
export async function valuesOfNext(
  context: AppContext,
  slug: string,
  standing: Standing | null,
  closesAt: string | null,
): Promise<Next> {
  const lastDay = standing ? standing.closesAt && dayOf(standing.closesAt) : closesAt
  const values = await valuesFor(context, slug, lastDay)
  if (!standing || standing.status === 'trial') return { values, before: null }
  const before = (await versionsIn(context).get(`${slug}@${standing.version}`))?.value ?? null
  return { values: { ...values, ...listsOf(before?.parameters ?? {}) }, before }
}

/** @throws Problem live-missing, when people answer for good and something is empty */
export async function nextValues(
  context: AppContext,
  source: Questionnaire,
  standing: Standing | null,
  closesAt: string | null,
): Promise<Next> {
  const next = await valuesOfNext(context, source.slug, standing, closesAt)
  if (standing && standing.status !== 'trial') allFilled(source, next.values)
  return next
}

const listsOf = (values: ParameterValues): ParameterValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => Array.isArray(value)))
