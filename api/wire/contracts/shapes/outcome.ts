/** What became of a decision, as it travels. */
import * as z from 'zod'
import { outcomeStates } from '../../../../surveys/authority/follow-up.ts'
import { valuesOf } from '../../../../surveys/heard/encounter.ts'

export const Outcome = z.strictObject({
  state: z.enum(valuesOf(outcomeStates)),
  text: z.string(),
  /** ISO day. */
  date: z.string(),
  by: z.string(),
  /** ISO day it was put off to. */
  until: z.string().optional(),
})
