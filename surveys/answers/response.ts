/** One response: what the client sends, and what is stored. */
import * as z from 'zod'
import { type Language, languages } from '../questionnaire/questionnaire.ts'

export type Answers = Record<string, unknown>

/** What a client sends. The client makes the id, so that a retry is harmless. */
export const SentResponse = z.strictObject({
  id: z.uuid(),
  questionnaire: z.string().max(40),
  version: z.int().min(1),
  /** How it was answered, and where the link was found: a code of the fieldwork, never an address or a person. */
  mode: z.enum(['web', 'kiosk', 'paper']).default('web'),
  channel: z
    .string()
    .regex(/^[a-z0-9-]{0,40}$/)
    .default(''),
  language: z.enum(languages),
  answers: z.record(z.string(), z.unknown()),
  /** Hash of the proof made from the person's twelve words (surveys/answers/withdrawal-words.ts): finds the response again. */
  withdrawal: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .optional(),
  /** One-time code the person was given (surveys/answers/invitation.ts). */
  invitation: z.string().max(20).optional(),
  /** The server's token from when the first question was shown: it reveals a response sent in no time. */
  visit: z.string().max(120).optional(),
})
export type SentResponse = z.infer<typeof SentResponse>

/** A stored response, as the analysis reads it; none of its codes is inside. Asked but blank = null; not asked = key absent. */
export type Response = Omit<SentResponse, 'withdrawal' | 'invitation' | 'visit'> & {
  /** True when it was given while the questionnaire was on trial; deleted when it goes live. */
  trial: boolean
  /** ISO date and time it was received. */
  receivedAt: string
  /** When the person finished, where the response waited on a tablet before it was sent. */
  answeredAt?: string
  /** It came with an invitation code; nobody knows which. */
  invited?: true
  /** Id of the kiosk it was given on, so that what comes from a stolen tablet can be set aside. */
  kiosk?: string
}

/** Simplified French hints at health: it is counted apart, never stored with an answer, whatever the mode. */
export const storedLanguage = (language: Language): Language => (language === 'fr-facile' ? 'fr' : language)

/** When the person answered, as well as it is known. */
export const momentOf = ({ answeredAt, receivedAt }: Response): string => answeredAt ?? receivedAt
