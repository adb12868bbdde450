/** What travels between the entry of paper forms and the api. */
import * as z from 'zod'
import { SentResponse } from '../../surveys/answers/response.ts'
import { languages } from '../../surveys/questionnaire/questionnaire.ts'

const printed = 'De 1 à 300 feuilles.'
const cards = 'De 1 à 8 fiches par enfant.'
export const NewBatch = z.strictObject({
  language: z.enum(languages),
  count: z.int(printed).min(1, printed).max(300, printed),
  /** Cards printed for a repeated block. */
  copies: z.int(cards).min(1, cards).max(8, cards),
})
export type NewBatch = z.infer<typeof NewBatch>

/** Its forms come out in packets of so many, each asked for by the place of its first form: 1, 6, 11… */
export const OpenBatch = z.strictObject({ id: z.string(), packet: z.int() })
export type OpenBatch = z.infer<typeof OpenBatch>

export const SampleQuery = z.object({
  language: z.enum(languages).default('fr'),
  copies: z.coerce.number().int().min(1).max(8).default(2),
})

export const Batch = z.strictObject({
  id: z.string(),
  questionnaire: z.string(),
  title: z.string(),
  version: z.int(),
  language: z.enum(languages),
  count: z.int(),
  copies: z.int(),
  by: z.string(),
  at: z.string(),
  /** Forms that have come out: all, unless it was stopped on its way. */
  printed: z.int(),
  entered: z.int(),
  /** Forms entered that wait for their second entry. */
  waiting: z.int(),
  again: z.int(),
  /** Forms whose two entries differ, and for which nobody has yet said what the paper says. */
  unsettled: z.int(),
  /** Answers compared by the second entries, and those that differed. */
  compared: z.int(),
  different: z.int(),
})
export type Batch = z.infer<typeof Batch>
export const Batches = z.strictObject({ batches: z.array(Batch) })
export type Batches = z.infer<typeof Batches>

/** A form as it is about to be typed. */
export const PaperForm = z.strictObject({
  number: z.string(),
  questionnaire: z.string(),
  version: z.int(),
  language: z.enum(languages),
  drawn: z.record(z.string(), z.string()),
  /** What is expected: a first entry, a blind second one, what the paper says when the two differ, or nothing more. */
  expects: z.enum(['first', 'again', 'settle', 'nothing']),
  enteredOn: z.string().nullable(),
})
export type PaperForm = z.infer<typeof PaperForm>

export const TypedAnswers = z.strictObject({ answers: SentResponse.shape.answers })
export type TypedAnswers = z.infer<typeof TypedAnswers>
export const Entered = z.strictObject({ outcome: z.enum(['new', 'same']), isSampled: z.boolean() })
export type Entered = z.infer<typeof Entered>
/** Paths of the answers that differ: `garde`, `enfants.0.garde`, `services.rpe`. */
export const Compared = z.strictObject({ compared: z.int(), different: z.array(z.string()) })
export type Compared = z.infer<typeof Compared>
