/** What is stored of tablets: their registration, their keys, and the responses that wait for a decision. */
import * as z from 'zod'
import { collectionRow, wordOf } from '../store/collection-row.ts'
import { Kept } from '../wire/kiosk.ts'
import type { Why } from './whys.ts'

/** What the tablet last said of itself. */
export const Beat = z.object({
  at: z.string(),
  /** Responses waiting on the tablet, and the ids of the keys they are encrypted to. */
  queue: z.number(),
  keys: z.array(z.string()),
  /** Key it encrypts to from now on. */
  sealsWith: z.string(),
  app: z.string(),
  /** What its browser said of keeping what waits. */
  kept: Kept,
})
export type Beat = z.infer<typeof Beat>

/** By id. */
export const Kiosk = z.object({
  id: z.string(),
  /** « Médiathèque, hall ». */
  name: z.string(),
  /** Channel written on its answers. */
  channel: z.string(),
  questionnaires: z.array(z.string()),
  state: z.enum(['waiting', 'active', 'revoked']),
  createdAt: z.string(),
  createdBy: z.string(),
  registeredAt: z.string().nullable(),
  /** Hash of the token the tablet shows; null before it is registered and once it is revoked. */
  token: z.string().nullable(),
  beat: Beat.nullable(),
})
export type Kiosk = z.infer<typeof Kiosk>

/** By id; the private half is encrypted with a key of the keyring. */
export const QueueKey = z.object({ publicKey: z.string(), sealed: z.string(), madeAt: z.string() })
export type QueueKey = z.infer<typeof QueueKey>

/** By id of the response. */
export const Waiting = z.object({
  kiosk: z.string(),
  why: wordOf<Why>(),
  receivedAt: z.string(),
  answeredAt: z.string().nullable(),
  questionnaire: z.string().nullable(),
  /** The response encrypted for the store, or as the tablet encrypted it when it could not be opened; '' once decided. */
  sealed: z.string(),
  /** Hash of the proof made from the person's twelve words, until the freeze or the decision; those of an earlier version lack it. */
  withdrawal: z.string().nullable().optional(),
  state: z.enum(['waiting', 'kept', 'dropped']),
})
export type Waiting = z.infer<typeof Waiting>

export const kioskCollections = {
  kiosks: collectionRow({
    name: 'kiosks',
    schema: Kiosk,
    holds: 'Tablettes posées dans des lieux : nom, canal, dernier signe de vie.',
    personal: 'Identifiant de l’agent qui a inscrit la tablette.',
    why: 'Recevoir leurs réponses, et savoir si l’une ne répond plus.',
    retention: 'Tant que la base sert ; une tablette retirée n’envoie plus rien.',
    setting: null,
    inBackups: true,
  }),
  kioskLinks: collectionRow({
    name: 'kiosk-links',
    /** `by` lacks in links of an earlier version, which serve nobody. */
    schema: z.object({ kiosk: z.string(), expiresAt: z.number(), by: z.string().optional() }),
    holds: 'Liens d’inscription d’une tablette, par leur empreinte.',
    personal: 'Identifiant de l’agent qui a fait le lien.',
    why: 'Inscrire une tablette sans mot de passe.',
    retention:
      'Sans effet après 24 heures, ou si l’agent n’a plus le droit de le faire ; effacés quand le lien sert, est refait ou que la tablette est retirée.',
    setting: null,
    inBackups: true,
  }),
  kioskTokens: collectionRow({
    name: 'kiosk-tokens',
    schema: z.object({ kiosk: z.string() }),
    holds: 'Empreintes des jetons que les tablettes présentent.',
    personal: null,
    why: 'Reconnaître une tablette inscrite.',
    retention: 'Jusqu’au retrait ou au remplacement de la tablette.',
    setting: null,
    inBackups: true,
  }),
  queueKeys: collectionRow({
    name: 'queue-keys',
    schema: QueueKey,
    holds: 'Clés auxquelles les tablettes chiffrent leurs réponses ; la moitié privée est chiffrée.',
    personal: null,
    why: 'Qu’une tablette volée ne livre pas ses réponses.',
    retention: 'Une nouvelle tous les 30 jours ; une ancienne est détruite dès qu’aucune tablette n’en a plus besoin.',
    setting: null,
    inBackups: true,
  }),
  kioskQuarantine: collectionRow({
    name: 'kiosk-quarantine',
    schema: Waiting,
    holds: 'Réponses de tablettes qui ne peuvent pas être comptées telles quelles.',
    personal:
      'Une réponse entière, chiffrée, et l’empreinte de ses 12 mots ; plus que son numéro une fois la décision prise.',
    why: 'Qu’une personne décide, au lieu de perdre une réponse.',
    retention:
      'Contenu et empreinte effacés à la décision, tout quand la personne la retire ; empreinte détruite au plus tard quand le questionnaire est figé ; le reste avec les réponses du questionnaire, après le nombre de mois réglé.',
    setting: 'rawMonths',
    inBackups: true,
  }),
}
