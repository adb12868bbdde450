/** What travels between the client and the api. The client imports types only. */
import * as z from 'zod'
import { SentResponse } from '../../surveys/answers/response.ts'
import { wishes } from '../../surveys/answers/taking-part.ts'
import { byTranslated } from '../../surveys/languages.ts'
import {
  Assigned,
  audiences,
  type Definition,
  languages,
  Notice,
  Questionnaire,
  Text,
  unit,
} from '../../surveys/questionnaire/questionnaire.ts'
import { storeKinds } from '../store/store.ts'
import { carriedCharacters } from './sizes.ts'

export type * as actionLog from './action-log.ts'
export type * as authority from './authority.ts'
export type * as directory from './contracts/shapes/directory.ts'
export type * as young from './contracts/shapes/young.ts'
export type * as design from './design.ts'
export type * as evidence from './evidence.ts'
export type * as leaving from './export.ts'
export type * as fieldwork from './fieldwork.ts'
export type * as heard from './heard.ts'
export type * as kiosk from './kiosk.ts'
export type * as paper from './paper.ts'
export type * as followUp from './plan-follow-up.ts'
export type * as analyse from './results.ts'
export type * as staff from './staff.ts'
export type * as typologies from './typology.ts'
export type * as vigilance from './vigilance.ts'

/** The statuses a respondent can meet; `soon`: its opening day is still to come. */
export const publicStatus = z.enum(['trial', 'soon', 'open', 'closed'])
export type PublicStatus = z.infer<typeof publicStatus>

export const QuestionnaireLine = z.strictObject({
  slug: Questionnaire.shape.slug,
  title: Text,
  summary: Text,
  audience: z.enum(audiences),
  audienceText: Text,
  minutes: z.int(),
  /**
   * From the shortest way to a long one, whole minutes; `perChild`: of two children, and so many more for each other one.
   * A tablet that has stored an older page knows none.
   */
  span: z.strictObject({ from: z.int(), to: z.int(), perChild: z.int().optional() }).optional(),
  status: publicStatus,
  /** ISO date and time it opens, when that is still to come. */
  opensAt: z.string().nullable(),
  /** ISO date and time after which nothing is taken in, or null. */
  closesAt: z.string().nullable(),
  /** For people who come by a link of their own: the home page leaves it out. */
  byLink: z.literal(true).optional(),
})
export type QuestionnaireLine = z.infer<typeof QuestionnaireLine>

export const QuestionnaireList = z.strictObject({ questionnaires: z.array(QuestionnaireLine) })
export type QuestionnaireList = z.infer<typeof QuestionnaireList>

/** A published version as a respondent gets it: its definition is pure SurveyJS JSON. */
export const PublishedQuestionnaire = z.strictObject({
  ...QuestionnaireLine.shape,
  version: z.int().min(1),
  /** ISO date and time until which a code lets its person read, correct and withdraw; null while no day is set. */
  freezesAt: z.string().nullable(),
  /** Whether an invitation code may, or must, come with an answer. */
  invitation: z.enum(['none', 'optional', 'required']),
  unit,
  /** Languages it is offered in; absent = those of the site. */
  languages: Questionnaire.shape.languages,
  notice: Notice,
  assigned: z.array(Assigned),
  /** Whole minutes by the short door, for who is asked most there; absent = one door only. */
  short: z.int().optional(),
  /** Whole minutes at most of the optional part, which nobody has to take; absent = there is none. */
  extra: z.int().optional(),
  definition: z.custom<Definition>((value) => typeof value === 'object' && value !== null),
  /** Answers given now are marked as a trial, and deleted when it goes live. */
  trial: z.boolean(),
  demo: z.boolean(),
})
export type PublishedQuestionnaire = z.infer<typeof PublishedQuestionnaire>

/**
 * The id stands in the address; a body may repeat it. Kiosks and paper come in by routes of their own: nobody else may claim to be one.
 */
export const NewResponse = SentResponse.partial({ id: true }).extend({ mode: z.literal('web').default('web') })
export type NewResponse = z.input<typeof NewResponse>

export const Received = z.strictObject({
  outcome: z.enum(['new', 'same']),
  /** Short proof of reception, the same each time for one response. */
  receipt: z.string(),
})
export type Received = z.infer<typeof Received>

const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** SHA-256 of the twelve words: proves that the person has them without revealing them. */
export const Proof = z.strictObject({ proof: secret })
export const Correction = z.strictObject({ proof: secret, answers: SentResponse.shape.answers })
export type Correction = z.infer<typeof Correction>

/** A response as its own person reads it again. */
export const OwnResponse = z.strictObject({
  questionnaire: z.string(),
  version: z.int(),
  language: z.enum(languages),
  answers: SentResponse.shape.answers,
  /** ISO day it was received. */
  day: z.string(),
  freezesAt: z.string().nullable(),
})
export type OwnResponse = z.infer<typeof OwnResponse>
/** `filling` gives every reply the same size, whether the code is known or not. */
export const Reread = z.strictObject({
  sheet: OwnResponse.nullable(),
  /** It came from a kiosk and the staff have yet to decide whether it counts: it can be withdrawn, not read. */
  waits: z.boolean(),
  filling: z.string(),
})
export type Reread = z.infer<typeof Reread>
export const Outcome = z.strictObject({
  outcome: z.enum(['done', 'none']),
  /** When the last of our backups that holds what was withdrawn is deleted; absent when none holds it. */
  backupsUntil: z.iso.date().optional(),
})
export type Outcome = z.infer<typeof Outcome>

/** Answers begun, as the device encrypted them: base64url, filled up to whole blocks. */
const carried = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(carriedCharacters)
export const NewCarried = z.strictObject({ proof: secret, sealed: carried })
/** ISO hour until which they wait. */
export const CarriedUntil = z.strictObject({ until: z.string() })
/** null: nothing waits under these words, or no longer. */
export const Carried = z.strictObject({ carried: z.strictObject({ sealed: carried, until: z.string() }).nullable() })
export type Carried = z.infer<typeof Carried>

/** Left for a call-back. The id is made for it alone: it is not that of a response. */
export const NewContact = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().max(80),
  reach: z
    .string()
    .trim()
    .max(120)
    .refine((value) => /\S+@\S+\.\S+/.test(value) || value.replace(/\D/g, '').length >= 10, {
      message: 'Un numéro de téléphone ou une adresse électronique est attendu.',
    }),
  when: z.enum(['any', 'morning', 'noon', 'evening']),
  /** What a young person offers to do; none = to be called back. */
  wishes: z.array(z.enum(wishes)).max(wishes.length).default([]),
})
export type NewContact = z.input<typeof NewContact>
export const Contacts = z.strictObject({
  contacts: z.array(z.strictObject({ ...NewContact.shape, reach: z.string(), month: z.string() })),
  /** Left lately, shown with their batch. */
  waiting: z.int(),
})
export type Contacts = z.infer<typeof Contacts>

export const Use = z.strictObject({ what: z.enum(['aloud', 'easy']) })
export type Use = z.infer<typeof Use>
export const Uses = z.strictObject({ aloud: z.int(), easy: z.int() })
export type Uses = z.infer<typeof Uses>

export const Site = z.strictObject({
  name: z.string(),
  /** Everything here is made up: every screen and document says so. */
  demo: z.boolean(),
  /** Slugs of the questionnaires whose results everybody may read. */
  results: z.array(z.string()),
  /** Everybody may read the directory of actors. */
  hasDirectory: z.boolean(),
  /** Actors may propose their own card. */
  takesCards: z.boolean(),
  /** The young may write an idea and offer to take part. */
  hasYoung: z.boolean(),
  contact: z.string(),
  /** Where people come, without a last slash, as the authority says it; '' = the address of the browser. */
  publicAddress: z.string(),
  languages: z.array(z.enum(languages)),
  /** Where its days begin and end: `Europe/Paris`. */
  timeZone: z.string(),
  /** The authority's own accent colour (`#rrggbb`), or ''. */
  colour: z.string(),
  /** Address of the logo, or ''. */
  logo: z.string(),
  /** Who has read each language again; '' = nobody yet, and the pages say so. */
  reviewed: z.strictObject(byTranslated(() => z.string())),
  accessibility: z.strictObject({
    state: z.enum(['non', 'partielle', 'totale']),
    audit: z.string(),
    date: z.string(),
    gaps: z.string(),
  }),
})
export type Site = z.infer<typeof Site>

export const Health = z.strictObject({
  ok: z.literal(true),
  store: z.enum(storeKinds),
  /** Violations of the content policy reported by browsers since the start. */
  cspReports: z.int(),
})
export type Health = z.infer<typeof Health>

/** One answer, or one part of a body, that cannot be taken; `path` as in the field list. */
export const ProblemLine = z.strictObject({ path: z.string(), message: z.string() })
export type ProblemLine = z.infer<typeof ProblemLine>

/** Every refusal (application/problem+json): a stable code and a French sentence. */
export const Problem = z.strictObject({
  code: z.string(),
  title: z.string(),
  status: z.int(),
  problems: z.array(ProblemLine).optional(),
})
export type Problem = z.infer<typeof Problem>
