/** A new version beside the one people answer: what would make their answers impossible to count together. */

import { materialise } from '../questionnaire/parameters.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Issue } from './issue.ts'
import { objections } from './successor.ts'

/** @param previous source of the version people answer now; its number is of no matter, the server gives the next */
export function successorIssues(previous: Questionnaire | null | undefined, next: Questionnaire): Issue[] {
  if (!previous) return []
  try {
    const [before, after] = [materialise(previous, {}), materialise(next, {})]
    return objections(before, { ...after, version: before.version + 1 }).map((objection) => ({
      level: 'error',
      ...objection,
    }))
  } catch (error) {
    // a parameter that is missing has its own issue
    if (error instanceof RangeError) return []
    throw error
  }
}
