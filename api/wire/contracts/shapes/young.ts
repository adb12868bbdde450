/** What travels of the work with the young: ideas, and who may read them. */
import * as z from 'zod'
import { mostIdea } from '../../../../surveys/answers/taking-part.ts'

export const NewIdea = z.strictObject({
  id: z.uuid(),
  text: z
    .string()
    .trim()
    .min(3, 'Écris d’abord ton idée.')
    .max(mostIdea, `${mostIdea} lettres au plus : raccourcis ton idée.`),
})

const Idea = z.strictObject({ id: z.string(), text: z.string(), month: z.string() })
export const YoungPage = z.strictObject({
  isOpen: z.boolean(),
  canOpen: z.boolean(),
  /** Only the vigilance role reads what nobody has read. */
  canRead: z.boolean(),
  waiting: z.int(),
  /** Empty for who may not read; `concerns`: what the text may reveal, in words. */
  toRead: z.array(z.strictObject({ ...Idea.shape, concerns: z.array(z.string()) })),
  shown: z.array(Idea),
})
export type YoungPage = z.infer<typeof YoungPage>

export const YoungChoice = z.strictObject({ isOpen: z.boolean() })
