/** Explorations saved under a name, and the questions that the explorer has no table of. */
import * as z from 'zod'

const asked = {
  /** Path of the question. */
  question: z.string().min(1).max(200),
  /** Path of the list or question it is divided by; '' = the whole. */
  dividedBy: z.string().max(400),
  /** The answer shown; '' = all of them. */
  answer: z.string().max(200),
  /** Chart, table or map. */
  view: z.enum(['graphique', 'tableau', 'carte']),
}

export const NewExploration = z.strictObject({ name: z.string().trim().min(2).max(80), ...asked })
export type NewExploration = z.infer<typeof NewExploration>

export const SavedExploration = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  ...asked,
  /** Login of who saved it. */
  by: z.string(),
  /** ISO date and time. */
  at: z.string(),
})
export type SavedExploration = z.infer<typeof SavedExploration>

export const SavedExplorations = z.strictObject({ saved: z.array(SavedExploration) })
export type SavedExplorations = z.infer<typeof SavedExplorations>

/** A question without tables: why, and the finding that reads it where there is one. */
export const AbsentQuestion = z.strictObject({
  title: z.string(),
  why: z.string(),
  indicator: z.string().nullable(),
})
export type AbsentQuestion = z.infer<typeof AbsentQuestion>
