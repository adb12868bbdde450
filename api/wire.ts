/** What travels between the client and the api. The client imports types only. */
import * as z from 'zod'
import {
  Assigned,
  audiences,
  type Definition,
  languages,
  Notice,
  Questionnaire,
  Text,
  unit,
} from '../surveys/questionnaire.ts'
import { Sheet } from '../surveys/response.ts'

export type * as staff from './wire-staff.ts'

/** The statuses a respondent can meet. */
export const publicStatus = z.enum(['trial', 'open', 'closed'])
export type PublicStatus = z.infer<typeof publicStatus>

export const QuestionnaireLine = z.strictObject({
  slug: Questionnaire.shape.slug,
  title: Text,
  summary: Text,
  audience: z.enum(audiences),
  audienceText: Text,
  minutes: z.int(),
  status: publicStatus,
  /** ISO date and time after which nothing is taken in, or null. */
  closesAt: z.string().nullable(),
})
export type QuestionnaireLine = z.infer<typeof QuestionnaireLine>

export const QuestionnaireList = z.strictObject({ questionnaires: z.array(QuestionnaireLine) })
export type QuestionnaireList = z.infer<typeof QuestionnaireList>

/** A published version as a respondent gets it: its definition is pure SurveyJS JSON. */
export const PublishedQuestionnaire = z.strictObject({
  ...QuestionnaireLine.shape,
  version: z.int().min(1),
  unit,
  notice: Notice,
  assigned: z.array(Assigned),
  definition: z.custom<Definition>((value) => typeof value === 'object' && value !== null),
  /** Answers given now are marked as a trial, and deleted when it goes live. */
  trial: z.boolean(),
  demo: z.boolean(),
})
export type PublishedQuestionnaire = z.infer<typeof PublishedQuestionnaire>

/** The id stands in the address; a body may repeat it. */
export const NewResponse = Sheet.partial({ id: true })
export type NewResponse = z.input<typeof NewResponse>

export const Received = z.strictObject({
  outcome: z.enum(['new', 'same']),
  /** Short proof of reception, the same each time for one sheet. */
  receipt: z.string(),
})
export type Received = z.infer<typeof Received>

export const Site = z.strictObject({
  name: z.string(),
  /** Everything here is made up: every screen and document says so. */
  demo: z.boolean(),
  contact: z.string(),
  languages: z.array(z.enum(languages)),
  /** The authority's own accent colour (`#rrggbb`), or ''. */
  colour: z.string(),
  /** Address of the logo, or ''. */
  logo: z.string(),
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
  store: z.enum(['sqlite', 'mongodb']),
  /** Violations of the content policy told by browsers since the start. */
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
