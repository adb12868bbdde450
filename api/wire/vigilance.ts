/** What travels to the person who first reads the texts that may reveal a distress. */
import * as z from 'zod'

export const Note = z.strictObject({
  note: z.string().trim().min(3, 'Écrivez ce qui a été fait, en quelques mots.').max(1000),
})

const Waiting = z.strictObject({
  id: z.string(),
  slug: z.string(),
  /** Title of the questionnaire. */
  questionnaire: z.string(),
  /** ISO day. */
  day: z.string(),
  text: z.string(),
  /** Stretches of the text that raised the concern. */
  alarms: z.array(z.strictObject({ start: z.int(), end: z.int() })),
  /** Why, in words. */
  concerns: z.array(z.string()),
})
export type Waiting = z.infer<typeof Waiting>

export const VigilancePage = z.strictObject({
  waiting: z.array(Waiting),
  /** Newest first; what was done of a text is noted without the text. */
  seen: z.array(
    z.strictObject({
      id: z.string(),
      questionnaire: z.string(),
      seenAt: z.string(),
      byName: z.string(),
      note: z.string(),
    }),
  ),
})
export type VigilancePage = z.infer<typeof VigilancePage>
