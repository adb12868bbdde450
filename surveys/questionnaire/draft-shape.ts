/** Why a value is no draft at all, in French, with where. */
import * as z from 'zod'
import { DraftQuestionnaire } from './draft.ts'

export type ShapeProblem = { path: PropertyKey[]; message: string }

const french = z.locales.fr().localeError

/** @returns nothing when it has the shape of a draft, however unfinished */
export function shapeProblems(value: unknown): ShapeProblem[] {
  const shape = DraftQuestionnaire.safeParse(value, { error: french })
  if (shape.success) return []
  return shape.error.issues.map((issue) => ({
    path: [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])],
    message: `${issue.message}.`.replace('..', '.'),
  }))
}
