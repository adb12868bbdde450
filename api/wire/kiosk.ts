/** What travels between the tablets, the staff who look after them, and the api. */
import * as z from 'zod'
import { slug } from '../../surveys/questionnaire/slug.ts'
import { whys } from '../kiosks/whys.ts'
import { EncryptedResponse } from './encrypted-response.ts'

export type { EncryptedResponse, Inside } from './encrypted-response.ts'

export const NewKiosk = z.strictObject({
  name: z.string().trim().min(2, 'Donnez un nom à cette borne.').max(80, 'Ce nom est trop long.'),
  channel: z.string().regex(/^[a-z0-9-]{1,40}$/, 'Lettres sans accent, chiffres et tirets.'),
  questionnaires: z.array(slug).min(1, 'Choisissez au moins un questionnaire.').max(20),
})

/** `picture`: SVG of the QR code of the whole address. */
export const KioskLink = z.strictObject({ address: z.string(), picture: z.string(), validHours: z.int() })
export type KioskLink = z.infer<typeof KioskLink>

export const JoinKiosk = z.strictObject({ secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })
/** What the browser of a tablet said of keeping what waits there when room is short. */
export const Kept = z.enum(['kept', 'unpromised', 'unanswered'])
export type Kept = z.infer<typeof Kept>

export const NewBeat = z.strictObject({
  queue: z.int().min(0).max(1_000_000),
  keys: z.array(z.uuid()).max(100),
  sealsWith: z.uuid(),
  app: z.string().max(40),
  kept: Kept,
})

/** All a tablet receives; questionnaires are public and asked for by themselves. */
export const KioskOrders = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  channel: z.string(),
  questionnaires: z.array(slug),
  queueKey: z.strictObject({ id: z.uuid(), publicKey: z.string() }),
  /** ISO date and time here, by which the tablet corrects its clock. */
  now: z.string(),
})
export type KioskOrders = z.infer<typeof KioskOrders>

/** The token is given once, and stored as its hash only. */
export const JoinedKiosk = z.strictObject({ token: z.string(), orders: KioskOrders })
export type JoinedKiosk = z.infer<typeof JoinedKiosk>

export const batchSize = 20
export const EncryptedBatch = z.strictObject({ sheets: z.array(EncryptedResponse).min(1).max(batchSize) })
/** Of what is not named there is no room yet: whoever sent it keeps it. */
export const BatchTaken = z.strictObject({
  outcomes: z.array(z.strictObject({ id: z.uuid(), outcome: z.enum(['new', 'same', 'quarantined', 'withdrawn']) })),
})
export type BatchTaken = z.infer<typeof BatchTaken>

export const KioskLine = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  channel: z.string(),
  questionnaires: z.array(slug),
  state: z.enum(['waiting', 'active', 'revoked']),
  registeredAt: z.string().nullable(),
  seenAt: z.string().nullable(),
  queue: z.int(),
  app: z.string(),
  /** Null before the tablet has said it. */
  kept: Kept.nullable(),
  /** Nothing heard for a day, or never. */
  isSilent: z.boolean(),
})
export type KioskLine = z.infer<typeof KioskLine>

export const KiosksPage = z.strictObject({
  kiosks: z.array(KioskLine),
  quarantine: z.array(
    z.strictObject({
      id: z.uuid(),
      kiosk: z.string(),
      questionnaire: z.string().nullable(),
      why: z.enum(Object.keys(whys) as [keyof typeof whys]),
      words: z.string(),
      receivedAt: z.string(),
      answeredAt: z.string().nullable(),
      isReadable: z.boolean(),
    }),
  ),
  questionnaires: z.array(z.strictObject({ slug, title: z.string() })),
})
export type KiosksPage = z.infer<typeof KiosksPage>
/** `since`: ISO day from which responses arrived; without it, all of them. */
export const KioskCountWanted = z.object({ since: z.iso.date().optional() })
export const KioskCount = z.strictObject({ count: z.int() })
export type KioskCount = z.infer<typeof KioskCount>
export const NewAside = z.strictObject({
  since: z.iso.date().nullable().default(null),
  reason: z.string().trim().min(5, 'Écrivez pourquoi, en quelques mots.').max(300, 'Ce motif est trop long.'),
})
export const Decision = z.strictObject({ decision: z.enum(['keep', 'drop']) })
