/** What travels of the follow-up of the plan: where an action stands, its decisions, its documents. */

import * as z from 'zod'
import { actionStates } from '../../surveys/authority/follow-up.ts'
import { valuesOf } from '../../surveys/heard/encounter.ts'
import { Outcome } from './contracts/shapes/outcome.ts'
import { decisionShape, dueTooSoon, FormerWords, isDueOnceTaken } from './results.ts'

const state = z.enum(valuesOf(actionStates))
const words = z.string().trim().max(1500)

export const NewFollowUp = z
  .strictObject({
    state,
    why: z.string().trim().max(400),
    done: words,
    difficulties: words,
    next: words,
    asked: words,
    day: z.iso.date('Indiquez le jour.'),
  })
  .refine(({ state: said, why }) => said !== 'stopped' || why.length >= 3, {
    path: ['why'],
    message: 'Dites pourquoi tout s’arrête.',
  })
export type NewFollowUp = z.infer<typeof NewFollowUp>

export const FollowUp = z.strictObject({
  state,
  why: z.string(),
  done: z.string(),
  difficulties: z.string(),
  next: z.string(),
  asked: z.string(),
  /** ISO day. */
  day: z.string(),
  by: z.string(),
})

const finding = z.strictObject({ questionnaire: z.string(), indicator: z.string() })

/** Of a questionnaire or an indicator: signs that the id of a document may have. */
const code = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9][\w.:/-]*$/)
    .max(most)

/** The decision that was noted at this date and time, on this finding or action. */
const noted = {
  at: z.string().max(40),
  action: z.int().min(1).max(999).nullable(),
  on: z.strictObject({ questionnaire: code(80), indicator: code(110) }).nullable(),
}

/** All that is said of it from now on; what was said before stays beside it. `action`: the one it engages. */
export const Correction = z
  .strictObject({ ...decisionShape, at: noted.at, on: noted.on })
  .refine(isDueOnceTaken, dueTooSoon)
  .refine(({ on, action }) => on !== null || action !== null, { path: ['action'] })
export type Correction = z.infer<typeof Correction>

/** What became of it. */
export const NewOutcome = z
  .strictObject({
    ...noted,
    state: Outcome.shape.state,
    text: z.string().trim().max(400),
    date: z.iso.date('Indiquez le jour.'),
    until: z.iso.date('Indiquez le nouveau jour.').optional(),
  })
  .refine(({ state: said, text }) => said !== 'dropped' || text.length >= 3, {
    path: ['text'],
    message: 'Dites pourquoi elle est abandonnée.',
  })
  .refine(({ state: said, until }) => (said === 'postponed') === (until !== undefined), {
    path: ['until'],
    message: 'Indiquez le nouveau jour.',
  })
  .refine(({ until, date }) => until === undefined || until > date, {
    path: ['until'],
    message: 'Choisissez un jour après celui où vous le dites.',
  })
export type NewOutcome = z.infer<typeof NewOutcome>

const decision = z.strictObject({
  /** ISO date and time it was noted. */
  at: z.string(),
  text: z.string(),
  date: z.string(),
  by: z.string(),
  pilot: z.string(),
  due: z.string(),
  indicator: z.string(),
  /** Oldest first; absent while nothing was corrected. */
  former: z.array(FormerWords).optional(),
  outcome: Outcome.optional(),
})

export const ActionPage = z.strictObject({
  number: z.int(),
  /** The oldest first. */
  followUps: z.array(FollowUp),
  /** The newest first. */
  decisions: z.array(decision),
  /** What is known under its objectives, in sentences. */
  evidence: z.array(
    z.strictObject({
      objective: z.int(),
      kind: z.enum(['asked', 'counted', 'heard', 'registered']),
      sentence: z.string(),
      source: z.string(),
      day: z.string(),
      href: z.string(),
    }),
  ),
  quotes: z.array(z.strictObject({ text: z.string(), who: z.string() })),
})
export type ActionPage = z.infer<typeof ActionPage>

export const FollowUpPage = z.strictObject({
  actions: z.array(
    z.strictObject({
      number: z.int(),
      title: z.string(),
      pilots: z.array(z.string()),
      /** null = nobody has said. */
      state: state.nullable(),
      day: z.string().nullable(),
      decisions: z.int(),
      /** Decisions whose due day is over. */
      late: z.int(),
      evidence: z.int(),
    }),
  ),
  /** Every decision that engages an action: those that are late first, then by due day, then those without one, the newest first. */
  decisions: z.array(
    z.strictObject({
      ...decision.shape,
      action: z.int().nullable(),
      /** Inhabitants read it too. */
      isPublic: z.boolean(),
      /** Finding it was taken on; null = the action itself. */
      on: finding.nullable(),
    }),
  ),
  /** Years a bilan can be made of, the newest first. */
  years: z.array(z.int()),
  formats: z.array(z.strictObject({ end: z.string(), name: z.string() })),
})
export type FollowUpPage = z.infer<typeof FollowUpPage>
