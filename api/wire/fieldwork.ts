/** What travels between the pages of the fieldwork and the api; and what a respondent's device says of its way. */
import * as z from 'zod'
import { languages } from '../../surveys/languages.ts'
import { shortDoor } from '../../surveys/questionnaire/door.ts'
import { slug } from '../../surveys/questionnaire/slug.ts'
import { status } from './contracts/shapes/opening.ts'

const revision = z.int().min(0)
const day = z.iso.date()

export const ClockState = z.strictObject({
  now: z.string(),
  /** The last hour that was believed. */
  seen: z.string().nullable(),
  /** The clock went back, or forward, too far to be believed: what destroys waits for a person. */
  doubt: z.enum(['back', 'forward']).nullable(),
})
export type ClockState = z.infer<typeof ClockState>
export const ConfirmClock = z.strictObject({ read: z.iso.datetime() })

export const NewDates = z.strictObject({ revision, opensOn: day.nullable(), closesOn: day.nullable() })
export type NewDates = z.infer<typeof NewDates>
export const AtRevision = z.strictObject({ revision })
export const invitationModes = ['none', 'optional', 'required'] as const
export const NewInvitationMode = z.strictObject({ revision, invitation: z.enum(invitationModes) })
export type InvitationMode = z.infer<typeof NewInvitationMode>['invitation']

/** One line of the list. */
export const FieldworkLine = z.strictObject({
  slug,
  title: z.string(),
  status,
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  /** To the nearest five. */
  answers: z.int(),
  /** What waits for somebody, in a few words each, as the follow-up says it. */
  waiting: z.array(z.string()),
})
export type FieldworkLine = z.infer<typeof FieldworkLine>

/** Something whose time is over, or will be. */
export const PurgeLine = z.strictObject({
  id: z.string(),
  kind: z.enum(['answers', 'contacts', 'encounters', 'journal']),
  /** In words: « Réponses à « … » ». */
  title: z.string(),
  /** ISO date and time from which it is due. */
  due: z.string(),
  isDue: z.boolean(),
  /** A person may delete it now: what is due, and coordinates as soon as their month is over. */
  isErasable: z.boolean(),
  count: z.int(),
  /** Public archives: the reference of the archive service's approval is asked. */
  needsApproval: z.boolean(),
})
export type PurgeLine = z.infer<typeof PurgeLine>
export const PurgeProof = z.strictObject({
  at: z.string(),
  by: z.string(),
  title: z.string(),
  count: z.int(),
  reference: z.string(),
  /** When the last of our backups that may hold it is deleted; null when there was none. */
  backupsUntil: z.string().nullable(),
})
export type PurgeProof = z.infer<typeof PurgeProof>
export const NewPurge = z.strictObject({
  id: z.string().max(80),
  /** As shown to the person, and typed again by them. */
  count: z.int().min(0),
  reference: z.string().trim().max(200),
})
export type NewPurge = z.infer<typeof NewPurge>
export const Purged = PurgeProof.pick({ backupsUntil: true })
export type Purged = z.infer<typeof Purged>

export const FieldworkList = z.strictObject({
  questionnaires: z.array(FieldworkLine),
  clock: ClockState,
  disposals: z.array(PurgeLine),
  /** When the last backup that exists today is deleted, and with it what is erased now; null when there is none. */
  backupsUntil: z.string().nullable(),
  proofs: z.array(PurgeProof),
})
export type FieldworkList = z.infer<typeof FieldworkList>

const tally = z.array(z.strictObject({ name: z.string(), count: z.int() }))
export const Target = z.strictObject({
  /** '' = all answers; else a zone, or a profile in words. */
  name: z.string().trim().min(1).max(80),
  wanted: z.int().min(1).max(1_000_000),
})
export type Target = z.infer<typeof Target>
export const NewTargets = z.strictObject({
  revision: revision.nullable(),
  total: z.int().min(1).max(1_000_000).nullable(),
  zones: z.array(Target).max(20),
  /** Path of the question that gives the profile, or ''. */
  profile: z.string().max(80),
  profiles: z.array(Target).max(40),
})
export type NewTargets = z.infer<typeof NewTargets>

/** Counts of the answers by the classes of one question or of the zone, as they were at the last refresh. */
export const Sample = z.strictObject({
  name: z.string(),
  title: z.string(),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      /** To the nearest five. */
      count: z.int(),
      /** Share in whole percent of the answers in the classes compared; null under the floor, or outside them. */
      share: z.number().nullable(),
      /** Share of the people it should mirror, in whole percent; null when the margin is not entered. */
      known: z.number().nullable(),
      /** Its share is far below that of the people: it is gone to. */
      isMissing: z.boolean(),
    }),
  ),
  /** Whom the margin counts: « ménages ». */
  people: z.string(),
  source: z.string(),
})
export type Sample = z.infer<typeof Sample>

export const Batch = z.strictObject({
  id: z.string(),
  label: z.string(),
  at: z.string(),
  by: z.string(),
  codes: z.int(),
  /** To the nearest five. */
  spent: z.int(),
  isCancelled: z.boolean(),
})
export type Batch = z.infer<typeof Batch>
const batchSizes = 'De 10 à 600 codes.'
export const NewBatch = z.strictObject({
  label: z.string().trim().min(2, 'Écrivez le nom du lot.').max(80),
  count: z.int(batchSizes).min(10, batchSizes).max(600, batchSizes),
  /** Strips to cut out, or a table for letters written by mail merge. */
  as: z.enum(['strips', 'table']).default('strips'),
})
export type NewBatch = z.infer<typeof NewBatch>
const codes = {
  invitation: z.enum(invitationModes),
  /** Printed, not cancelled, and not used, to the nearest five; null when nothing is printed, or all is cancelled. */
  unusedCodes: z.int().nullable(),
}

/** Responses that look alike, or arrived in a burst: one matter for a person to decide. */
export const FlagGroup = z.strictObject({
  key: z.string(),
  why: z.enum(['kiosk', 'burst', 'sender', 'fast', 'duplicate', 'straight']),
  title: z.string(),
  /** Why it is shown, and what else it may be. */
  text: z.string(),
  sheets: z.int(),
  from: z.string(),
  to: z.string(),
  state: z.enum(['waiting', 'kept', 'aside']),
  reason: z.string(),
  by: z.string(),
})
export type FlagGroup = z.infer<typeof FlagGroup>
export const Review = z.strictObject({
  decision: z.enum(['keep', 'aside']),
  reason: z.string().trim().min(5, 'Écrivez pourquoi, en quelques mots.').max(300),
})
export type Review = z.infer<typeof Review>

export const Shift = z.strictObject({ title: z.string(), without: z.string(), with: z.string() })
export type Shift = z.infer<typeof Shift>

export const FieldworkPage = z.strictObject({
  slug,
  title: z.string(),
  status: FieldworkLine.shape.status,
  version: z.int(),
  revision: z.int(),
  audience: z.string(),
  opensAt: z.string().nullable(),
  /** From when answers count, first day chosen or not; null on trial. */
  openedAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  freezesAt: z.string().nullable(),
  /** The freeze is later than its last day asks: those who answered before it came nearer were told so. */
  isFreezePromised: z.boolean(),
  frozenAt: z.string().nullable(),
  purgeAt: z.string().nullable(),
  purgedAt: z.string().nullable(),
  ...codes,
  /** Each one answers by name, with a code of its own. */
  isCensus: z.boolean(),
  /** `https://…` of the settings; '' when it is not set. */
  publicAddress: z.string(),
  channels: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  zones: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  /** In each language it can be answered in, French first. */
  texts: z.array(
    z.strictObject({
      language: z.enum(languages),
      channel: z.string(),
      title: z.string(),
      subject: z.string(),
      text: z.string(),
    }),
  ),
  batches: z.array(Batch),
  /** Groups of answers a person has to look at. */
  flagged: z.int(),
  targets: z.strictObject({ ...NewTargets.shape, revision: z.int().nullable() }),
  profiles: z.array(z.strictObject({ path: z.string(), title: z.string(), values: z.array(z.string()) })),
  kiosks: z.array(z.strictObject({ name: z.string(), state: z.string(), isSilent: z.boolean(), queue: z.int() })),
  paper: z.strictObject({ batches: z.int(), sheets: z.int(), entered: z.int() }),
  clock: ClockState,
})
export type FieldworkPage = z.infer<typeof FieldworkPage>

/** What changes while answers come in: counted in the thread of the analysis. */
/** How those who came by one door went through. */
const ways = {
  /** Median of those who answered in one go, in minutes, and how many they are (nearest five); null while they are too few. */
  minutes: z.strictObject({ median: z.int(), base: z.int() }).nullable(),
  /** Pages in their order: how many reached each. */
  steps: z.array(z.strictObject({ page: z.string(), title: z.string(), count: z.int() })),
}
export type Ways = Pick<Counted, keyof typeof ways>

const counted = z.strictObject({
  total: z.int(),
  /** As many as a publication asks for, whatever the rounding hides. */
  isEnough: z.boolean(),
  aside: z.int(),
  days: tally,
  /** What came lately, each to the nearest five: today (null = nothing yet), yesterday, the seven days up to it, the seven before; ISO day of the last response. */
  recent: z.strictObject({
    today: z.int().nullable(),
    yesterday: z.int(),
    week: z.int(),
    weekBefore: z.int(),
    last: z.string().nullable(),
  }),
  modes: tally,
  channels: tally,
  zones: tally,
  provisional: z.boolean(),
  zoneSource: z.string(),
  samples: z.array(Sample),
  /** ISO day of the last refresh of the samples; null before there are enough answers. */
  sampledOn: z.string().nullable(),
  /** The zones changed since they were last counted: there is no sample by zone until enough answers are new. */
  isRedrawn: z.boolean(),
  ...ways,
  /** The same by the short door; null while nobody came by it. */
  short: z.strictObject(ways).nullable(),
})
export type Counted = z.infer<typeof counted>

export const FollowUp = z.strictObject({
  ...counted.shape,
  title: z.string(),
  status: FieldworkLine.shape.status,
  closesAt: z.string().nullable(),
  ...codes,
  targets: NewTargets.omit({ revision: true }),
  /** What waits for somebody, the most pressing first; `brief`: in a list; `link` null = a colleague does it. */
  waiting: z.array(
    z.strictObject({ brief: z.string(), text: z.string(), link: z.string().nullable(), linkText: z.string() }),
  ),
})
export type FollowUp = z.infer<typeof FollowUp>

export const FlagPage = z.strictObject({ groups: z.array(FlagGroup) })
export type FlagPage = z.infer<typeof FlagPage>
/** Findings without and with what is set aside; or why they are not compared, in French. */
export const Shifts = z.strictObject({ shifts: z.array(Shift), shiftNote: z.string() })
export type Shifts = z.infer<typeof Shifts>

export const LinkWanted = z.object({
  channel: z
    .string()
    .regex(/^[a-z0-9-]{0,19}$/)
    .default(''),
  zone: z
    .string()
    .regex(/^[a-z0-9-]{0,19}$/)
    .default(''),
  language: z.enum(languages).default('fr'),
})
export const ShownLink = z.strictObject({ address: z.string(), picture: z.string() })
export type ShownLink = z.infer<typeof ShownLink>
export const PosterWanted = LinkWanted.extend({ size: z.enum(['a4', 'a5']) })
export type PosterWanted = z.infer<typeof PosterWanted>

/** From a respondent's device; tied to no answer. */
export const NewVisit = z.strictObject({ questionnaire: slug })
export const Visit = z.strictObject({ visit: z.string() })
export type Visit = z.infer<typeof Visit>
/** Whoever goes on after the short door is counted no further: by the whole, pages behind them would be missing. */
const byDoor = { questionnaire: slug, door: z.literal(shortDoor).optional() }
export const NewStep = z.union([
  z.strictObject({ ...byDoor, version: z.int().min(1), page: z.string().max(80) }),
  z.strictObject({ ...byDoor, minutes: z.int().min(0).max(240) }),
])
export type NewStep = z.infer<typeof NewStep>
export const CheckCode = z.strictObject({ questionnaire: slug, code: z.string().max(20) })
export const CodeState = z.strictObject({ state: z.enum(['free', 'spent', 'unknown', 'misspelt']) })
export type CodeState = z.infer<typeof CodeState>
