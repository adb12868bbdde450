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
const leastRoles = 'Cochez au moins un droit.'
export const NewInvitation = z.strictObject({
  name: z.string().trim().min(1, 'Écrivez le nom de cette personne.').max(120),
  roles: roles.min(1, leastRoles),
  questionnaires,
})
export const NewRights = z.strictObject({ roles: roles.min(1, leastRoles), questionnaires })
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
  /** Strangers come in by a link, without a password. */
  isVisit: z.boolean(),
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
export type * from './contracts/shapes/opening.ts'
export type * from './contracts/shapes/tables.ts'
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
/** The way to a first questionnaire that people answer; `minutes`: about. */
export const FirstSteps = z.array(
  z.strictObject({
    text: z.string(),
    minutes: z.int(),
    state: z.enum(['done', 'now', 'later']),
    // without a link another person does it, or nobody yet
    link: z.string().nullable(),
    linkText: z.string(),
  }),
)
export type FirstSteps = z.infer<typeof FirstSteps>
export const Today = z.strictObject({
  first: FirstSteps.nullable(),
  /** Said to somebody new where there are no first steps: the site works already. */
  underWay: z.string().nullable(),
  lines: z.array(
    // without a link it is done on the server
    z.strictObject({ text: z.string(), link: z.string().nullable(), linkText: z.string(), urgent: z.boolean() }),
  ),
})
export type Today = z.infer<typeof Today>

export const Alive = z.strictObject({ ok: z.literal(true) })

/** Whether a server can serve, and what of it can: its store writes, its keys open, its disk has room. */
/** The details are for whoever may read the figures. */
export const Ready = z.strictObject({
  ok: z.boolean(),
  writer: z.boolean().optional(),
  keys: z.boolean().optional(),
  disk: z.boolean().optional(),
})

/** Responses that do not open, the oldest first: their ids, and nothing else of them. */
export const UnreadablePage = z.strictObject({
  responses: z.array(
    z.strictObject({ id: z.string(), questionnaire: z.string(), receivedAt: z.string(), noticedAt: z.string() }),
  ),
})
export type UnreadablePage = z.infer<typeof UnreadablePage>
