/** What travels between the staff pages and the api. */
import * as z from 'zod'
import { byTranslated } from '../../surveys/languages.ts'
import { Parameter } from '../../surveys/questionnaire/questionnaire.ts'
import { slug } from '../../surveys/questionnaire/slug.ts'
import { staffRoles } from '../accounts/roles.ts'
import { deeds } from '../operations/deeds.ts'
import type * as fields from '../settings/fields.ts'
import { type SettingsGroup, SettingsValues } from '../settings/fields.ts'
import { exactly } from './exactly.ts'
import { logoBytes } from './sizes.ts'

const word = (most: number) => z.string().max(most)
/** Hidden texts are never longer than a person types. */
const password = word(256)
const linkSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export const StaffRole = z.enum(staffRoles)
export type StaffRole = z.infer<typeof StaffRole>
const questionnaires = z.array(slug).max(100).nullable()
const roles = z.array(StaffRole).max(staffRoles.length)

export const LogIn = z.strictObject({ login: word(200), password })
export const GiveCode = z.union([z.strictObject({ code: word(20) }), z.strictObject({ recovery: word(40) })])
export const LinkSecret = z.strictObject({ secret: linkSecret })
export const Accept = z.strictObject({ secret: linkSecret, login: word(200), name: word(120), password })
export const FactorCode = z.strictObject({ code: word(20) })
export const NewPassword = z.strictObject({ current: password, password })
export const NewInvitation = z.strictObject({
  name: z.string().trim().min(1).max(120),
  roles: roles.min(1),
  questionnaires,
})
export const NewRights = z.strictObject({ roles: roles.min(1), questionnaires })
/** Who takes over the work of a colleague who leaves. */
export const HandOver = z.strictObject({ to: z.string().max(80) })
/** How many of each went to them; `links` are invitations that stopped working. */
export const HandedOver = z.strictObject({
  drafts: z.int(),
  requests: z.int(),
  kiosks: z.int(),
  batches: z.int(),
  links: z.int(),
})
export type HandedOver = z.infer<typeof HandedOver>

/** Who I am here; `none` for anyone. */
export const Me = z.strictObject({
  stage: z.enum(['none', 'code', 'enrol', 'open']),
  /** Staff pages cannot be used over this connection. */
  needsHttps: z.boolean(),
  /** Nobody administers the site yet. */
  isNew: z.boolean(),
  /** Where people reach the site, no slash at the end: links that are handed over begin with it; '' = not set. */
  publicAddress: z.string(),
  account: z
    .strictObject({
      login: z.string(),
      name: z.string(),
      roles,
      questionnaires,
      recoveryLeft: z.int(),
    })
    .nullable(),
})
export type Me = z.infer<typeof Me>

export const Stage = z.strictObject({ stage: z.enum(['code', 'enrol', 'open']) })
export type Stage = z.infer<typeof Stage>

export const Offer = z.strictObject({
  kind: z.enum(['first', 'operator', 'invite', 'reset', 'guest']),
  login: z.string().nullable(),
  name: z.string(),
  roles,
  invitedBy: z.string(),
})
export type Offer = z.infer<typeof Offer>

/** The picture is an SVG of the QR code, drawn by the server; the secret is for typing by hand. */
export const Factor = z.strictObject({ secret: z.string(), address: z.string(), picture: z.string() })
export type Factor = z.infer<typeof Factor>
export const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

export const Person = z.strictObject({
  login: z.string(),
  name: z.string(),
  roles,
  questionnaires,
  state: z.enum(['active', 'revoked']),
  hasFactor: z.boolean(),
  lastLoginAt: z.string().nullable(),
  createdAt: z.string(),
})
export type Person = z.infer<typeof Person>
export const Team = z.strictObject({
  people: z.array(Person),
  invitations: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['invite', 'reset']),
      name: z.string(),
      roles,
      invitedBy: z.string(),
      expiresAt: z.string(),
    }),
  ),
  roles: z.array(z.strictObject({ role: StaffRole, name: z.string(), may: z.string() })),
  questionnaires: z.array(z.strictObject({ slug: z.string(), title: z.string() })),
})
export type Team = z.infer<typeof Team>
/** Path of a link to copy, its secret after the `#` so that no server log holds it. */
/** `picture`: the square a phone scans, an SVG. */
export const Link = z.strictObject({ path: z.string(), validDays: z.int(), picture: z.string() })
export type Link = z.infer<typeof Link>

export const SessionList = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      login: z.string(),
      device: z.string(),
      startedAt: z.string(),
      seenAt: z.string(),
      isMine: z.boolean(),
    }),
  ),
})
export type SessionList = z.infer<typeof SessionList>

export const AuditPage = z.strictObject({
  lines: z.array(
    z.strictObject({
      number: z.int(),
      at: z.string(),
      who: z.string(),
      what: z.enum(Object.keys(deeds) as [keyof typeof deeds]),
      words: z.string(),
      about: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  pages: z.int(),
})
export type AuditPage = z.infer<typeof AuditPage>
export const AuditReport = z.strictObject({
  lines: z.int(),
  last: z.string(),
  faults: z.array(z.strictObject({ number: z.int(), why: z.string() })),
})
export type AuditReport = z.infer<typeof AuditReport>

export type { SettingsField, SettingsGroup, SettingsValues } from '../settings/fields.ts'
export const TypedSettings = z.strictObject({ values: z.record(z.string(), z.unknown()) })
/** Checked afterwards, so that each field has its own message. */
export const NewTypedSettings = z.strictObject({ revision: z.int().min(0), values: z.record(z.string(), z.unknown()) })
const SettingsField = exactly<fields.SettingsField>()({
  name: z.enum(Object.keys(SettingsValues.shape) as [keyof SettingsValues]),
  label: z.string(),
  help: z.string(),
  kind: z.enum(['line', 'text', 'colour', 'languages', 'number', 'choice', 'date', 'switch']),
  choices: z.array(z.strictObject({ value: z.string(), text: z.string() })).optional(),
  unit: z.string().optional(),
})
export const SettingsPage = z.strictObject({
  revision: z.int(),
  values: SettingsValues,
  groups: z.array(
    exactly<SettingsGroup>()({
      name: z.string(),
      title: z.string(),
      help: z.string(),
      fields: z.array(SettingsField),
    }),
  ),
  history: z.array(
    z.strictObject({
      number: z.int(),
      at: z.string(),
      by: z.string(),
      changes: z.array(z.strictObject({ label: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  hasLogo: z.boolean(),
})
export const NewLogo = z.strictObject({ data: z.base64().max(Math.ceil((logoBytes + 30_000) * 1.34)) })
const ProblemLine = z.strictObject({ path: z.string(), message: z.string() })
export const ProblemLines = z.strictObject({ problems: z.array(ProblemLine) })

const cells = z.array(z.array(z.string().max(400)).max(20)).max(5_000)
export const TableProblem = z.strictObject({
  line: z.int().nullable(),
  column: z.string().nullable(),
  message: z.string(),
})
export type TableProblem = z.infer<typeof TableProblem>
export const TableColumn = z.strictObject({
  label: z.string(),
  help: z.string(),
  optional: z.boolean(),
  isFixed: z.boolean(),
  words: z.array(z.string()),
})
export type TableColumn = z.infer<typeof TableColumn>
const TableVersion = z.strictObject({
  number: z.int(),
  date: z.string(),
  source: z.string(),
  savedAt: z.string(),
  savedBy: z.string(),
  lines: z.int(),
})
export const TableList = z.strictObject({
  tables: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      help: z.string(),
      /** What the results lack while it is empty. */
      without: z.string(),
      current: TableVersion.nullable(),
    }),
  ),
})
export type TableList = z.infer<typeof TableList>
export const TablePage = z.strictObject({
  name: z.string(),
  title: z.string(),
  help: z.string(),
  columns: z.array(TableColumn),
  example: z.array(z.string()),
  cells: z.array(z.array(z.string())),
  current: TableVersion.nullable(),
  history: z.array(TableVersion),
  /** Said above the table: what stands in its place while nothing is entered. */
  note: z.string(),
})
/** A reference table, with what it is expected to say. */
export const ReferenceTablePage = z.strictObject({
  ...TablePage.shape,
  /** Lines to start from; null = nothing can be said in advance. `date`: ISO day; '' = no figure among them. */
  expected: z
    .strictObject({
      cells: z.array(z.array(z.string())),
      source: z.string(),
      date: z.string(),
      limits: z.array(z.string()),
    })
    .nullable(),
  /** French titles of the questionnaires that read it. */
  usedBy: z.array(z.string()),
  /** What the version in force lacks, in sentences. */
  missing: z.array(z.string()),
})
export type ReferenceTablePage = z.infer<typeof ReferenceTablePage>
export const TableVersionPage = z.strictObject({ ...TableVersion.shape, cells: z.array(z.array(z.string())) })
export type TableVersionPage = z.infer<typeof TableVersionPage>
export type TablePage = z.infer<typeof TablePage>
export const Pasted = z.strictObject({ text: z.string().max(200_000) })
export const TypedTable = z.strictObject({ cells })
export const ReadTable = z.strictObject({
  cells: z.array(z.array(z.string())),
  problems: z.array(TableProblem),
  /** What these lines lack, in sentences; absent when nobody asked. */
  missing: z.array(z.string()).optional(),
})
export type ReadTable = z.infer<typeof ReadTable>
export const NewTable = z.strictObject({
  /** Number of the version it started from; 0 = none yet. */
  after: z.int().min(0),
  cells,
  date: z.iso.date('Choisissez le jour.'),
  source: z.string().trim().min(3, 'Indiquez d’où cela vient.').max(300),
})

/** One stage of a questionnaire, with where it stands in a sentence. */
export const QuestionnaireStage = z.strictObject({
  name: z.enum(['write', 'review', 'share', 'follow', 'results', 'decide']),
  state: z.enum(['done', 'now', 'later']),
  text: z.string(),
})
export type QuestionnaireStage = z.infer<typeof QuestionnaireStage>
export const Next = z.strictObject({ text: z.string(), link: z.string(), linkText: z.string() })
export type Next = z.infer<typeof Next>
/** Every questionnaire a person works on, with its stages and what comes next. */
export const Stages = z.strictObject({
  questionnaires: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      status: z.enum(['draft', 'review', 'trial', 'soon', 'open', 'closed', 'archived']),
      /** null = never published. */
      version: z.int().nullable(),
      answers: z.int(),
      closesAt: z.string().nullable(),
      stages: z.array(QuestionnaireStage),
      next: Next.nullable(),
    }),
  ),
})
export type Stages = z.infer<typeof Stages>

export const Missing = z.strictObject({ text: z.string(), link: z.string(), linkText: z.string() })
export type Missing = z.infer<typeof Missing>
export const LivePage = z.strictObject({
  questionnaires: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      status: z.enum(['draft', 'review', 'trial', 'soon', 'open', 'closed', 'archived']),
      version: z.int(),
      closesAt: z.string().nullable(),
      answers: z.int(),
      missing: z.array(Missing),
      notes: z.array(Missing),
      /** It asks for something that no setting and no table gives. */
      hasParameters: z.boolean(),
      request: z
        .strictObject({
          by: z.string(),
          byName: z.string(),
          at: z.string(),
          closesAt: z.string(),
          isMine: z.boolean(),
          edition: z.string(),
        })
        .nullable(),
    }),
  ),
})
export type LivePage = z.infer<typeof LivePage>
const words = z.string().trim().max(2_000)
const TypedText = z.strictObject({ default: words, ...byTranslated(() => words.optional()) })
export type TypedText = z.infer<typeof TypedText>
/** A text, or a list of answers; a list reuses the codes of the answers whose French is unchanged. */
export const TypedParameters = z.strictObject({
  revision: z.int().min(0),
  values: z.record(z.string().max(60), z.union([TypedText, z.array(TypedText).max(60)])),
})
export type TypedParameters = z.infer<typeof TypedParameters>
export const ParametersPage = z.strictObject({
  slug: z.string(),
  title: z.string(),
  revision: z.int(),
  /** People answer for good: what is filled in now waits for the next version, and lists stay as they are. */
  isLive: z.boolean(),
  parameters: z.array(Parameter.extend({ value: Parameter.shape.provisional.nullable() })),
})
export type ParametersPage = z.infer<typeof ParametersPage>
export const LiveRequest = z.strictObject({ closesAt: z.iso.date('Choisissez le dernier jour pour répondre.') })

/** The edition that the approver has read, as the page gave it. */
export const LiveApproval = z.strictObject({ edition: z.string().max(60) })

export const LiveApproved = z.strictObject({ deleted: z.int() })
export type LiveApproved = z.infer<typeof LiveApproved>
export const Today = z.strictObject({
  lines: z.array(
    // without a link it is done on the server
    z.strictObject({ text: z.string(), link: z.string().nullable(), linkText: z.string(), urgent: z.boolean() }),
  ),
})
export type Today = z.infer<typeof Today>

export const Alive = z.strictObject({ ok: z.literal(true) })

/** Whether a server can serve, and what of it can: its store writes, its keys open, its disk has room. */
export const Ready = z.strictObject({ ok: z.boolean(), writer: z.boolean(), keys: z.boolean(), disk: z.boolean() })

/** Responses that do not open, the oldest first: their ids, and nothing else of them. */
export const UnreadablePage = z.strictObject({
  responses: z.array(
    z.strictObject({ id: z.string(), questionnaire: z.string(), receivedAt: z.string(), noticedAt: z.string() }),
  ),
})
export type UnreadablePage = z.infer<typeof UnreadablePage>
