/** Publications: made, put before everybody, found wrong, and what is read before one is made. */
import * as z from 'zod'
import type { Surveyed } from '../../../../analysis/report/source.ts'
import { exactly } from '../../exactly.ts'

/** The results of a publication put before everybody. */
export const OpenToPublic = z.strictObject({ withData: z.boolean() })

const period = z.strictObject({ from: z.string(), to: z.string() }).nullable()

const surveyed = exactly<Surveyed>()({
  slug: z.string(),
  version: z.int(),
  title: z.string(),
  audience: z.string(),
  responses: z.int(),
  period,
  trial: z.boolean(),
  withAside: z.literal(true).optional(),
  notices: z
    .array(z.strictObject({ kind: z.enum(['erratum', 'withdrawal']), reason: z.string(), day: z.string() }))
    .optional(),
})

/** A publication found wrong: corrected in words, or withdrawn for good. */
export const NewNotice = z.strictObject({
  kind: z.enum(['erratum', 'withdrawal']),
  reason: z.string().trim().min(10, 'Écrivez la raison, en une phrase.').max(1000),
})

/** A publication, in one line. */
export const PublicationLine = z.strictObject({
  ...surveyed.shape,
  number: z.int(),
  madeAt: z.string(),
  madeBy: z.string(),
  /** Its responses but those that came by the short door. */
  complete: z.int(),
  /** SHA-256 of what it is made of, as at the end of its documents. */
  digest: z.string(),
})
export type PublicationLine = z.infer<typeof PublicationLine>

export const PublicationsPage = z.strictObject({
  slug: z.string(),
  title: z.string(),
  /** `changes`: from the one before that is not withdrawn, in sentences; none of the first. `kept`: what stays of an earlier day. */
  publications: z.array(
    PublicationLine.extend({
      changes: z.array(z.string()),
      kept: z.strictObject({ title: z.string(), sentences: z.array(z.string()) }).nullable(),
    }),
  ),
  /** Decisions on its findings that inhabitants are not shown. */
  unshown: z.int(),
  /** Groups of answers nobody has looked at yet: they count as they are. */
  waiting: z.int(),
  working: z.strictObject({ done: z.int(), total: z.int() }).nullable(),
  failure: z.string().nullable(),
  /** What everybody may read now: number of the publication, since when, with its data or not. */
  open: z.strictObject({ number: z.int(), at: z.string(), by: z.string(), withData: z.boolean() }).nullable(),
})
export type PublicationsPage = z.infer<typeof PublicationsPage>

/** What is read before publishing; counts to the nearest five. */
export const Readiness = z.strictObject({
  title: z.string(),
  /** Why nothing can be published; null = it can be asked for. */
  stop: z.string().nullable(),
  lines: z.array(
    z.strictObject({
      kind: z.enum(['good', 'warm']),
      text: z.string(),
      link: z.string().optional(),
      linkText: z.string().optional(),
    }),
  ),
  zones: z.array(z.strictObject({ name: z.string(), count: z.int(), isShown: z.boolean(), text: z.string() })),
  /**
   * Zones that too few people joined since the publication in force: of them the next keeps figures of an earlier day. `figures`: those shown today
   * that may be kept, at worst.
   */
  held: z.array(z.strictObject({ name: z.string(), figures: z.int(), text: z.string() })),
  /** How many of the figures shown today will be updated, and how many may stay; '' = nothing is published yet, or nothing would change. */
  updates: z.string(),
  /** Of the publication in force: its findings, and how many of them hold no figure. */
  secret: z.strictObject({ publication: z.int(), findings: z.int(), secret: z.int() }).nullable(),
  /** The publication in force. */
  publication: PublicationLine.nullable(),
  /** Two people are needed: one asks, another publishes. */
  byTwo: z.boolean(),
  /** Who has asked already. */
  request: z.strictObject({ byName: z.string(), at: z.string(), isMine: z.boolean() }).nullable(),
  /** What is bound for good; `list`: what a sentence counts, for whoever asks. */
  binds: z.array(z.strictObject({ text: z.string(), list: z.array(z.string()) })),
})
export type Readiness = z.infer<typeof Readiness>
