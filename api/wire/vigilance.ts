/** What travels to the person who first reads the texts that may tell of a distress. */
import * as z from 'zod'

export const Note = z.strictObject({ note: z.string().trim().min(3).max(1000) })

export type Waiting = {
  id: string
  slug: string
  /** Title of the questionnaire. */
  questionnaire: string
  /** ISO day. */
  day: string
  text: string
  /** Stretches of the text that raised the concern. */
  alarms: { start: number; end: number }[]
  /** Why, in words. */
  concerns: string[]
}

export type VigilancePage = {
  waiting: Waiting[]
  /** Newest first; the text is not kept with what was done. */
  seen: { id: string; questionnaire: string; seenAt: string; byName: string; note: string }[]
}
