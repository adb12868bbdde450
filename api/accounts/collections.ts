/** What is stored of the staff: accounts, sessions, devices, links, and tries that failed. */
import * as z from 'zod'
import { collectionRow, wordOf } from '../store/collection-row.ts'
import type { StaffRole } from './roles.ts'

/** By login. */
export const Account = z.object({
  login: z.string(),
  name: z.string(),
  roles: z.array(wordOf<StaffRole>()),
  /** Slugs this person works on; null = all. */
  questionnaires: z.array(z.string()).nullable(),
  /** See password.ts. */
  password: z.string(),
  /** The second factor's secret, encrypted; null until it is set up. */
  factor: z.string().nullable(),
  /** Last step whose code was accepted: no code serves twice. */
  factorUsed: z.number(),
  /** Hashes of the recovery codes not used yet. */
  recovery: z.array(z.string()),
  state: z.enum(['active', 'revoked']),
  createdAt: z.string(),
  createdBy: z.string(),
  lastLoginAt: z.string().nullable(),
  /** When a recovery code was last used. */
  recoveredAt: z.string().nullish(),
})
export type Account = z.infer<typeof Account>

/** `code`: the password was right, the second factor is awaited; `enrol`: it has to be set up; `open`: at work. */
export const Stage = z.enum(['code', 'enrol', 'open'])
export type Stage = z.infer<typeof Stage>

/** By the hash of its secret. */
export const Session = z.object({
  login: z.string(),
  stage: Stage,
  startedAt: z.number(),
  seenAt: z.number(),
  /** « Firefox sous Windows », so that a person knows their own sessions; never an address. */
  device: z.string(),
  /** Encrypted secret of a second factor being set up. */
  factor: z.string().nullable(),
  /** That of the lost phone, which stays until the new one is set up; null where there was none. */
  replaces: z.string().nullable(),
})
export type Session = z.infer<typeof Session>

/** By the hash of its secret. */
export const Invitation = z.object({
  /** `first`: there is no administrator yet; `operator`: made on the server; `invite`: a new colleague; `reset`: an account that exists; `guest`: a visit of the demonstration. */
  kind: z.enum(['first', 'operator', 'invite', 'reset', 'guest']),
  /** Decided already for a reset; else the person chooses. */
  login: z.string().nullable(),
  name: z.string(),
  roles: z.array(wordOf<StaffRole>()),
  questionnaires: z.array(z.string()).nullable(),
  createdAt: z.number(),
  createdBy: z.string(),
  expiresAt: z.number(),
})
export type Invitation = z.infer<typeof Invitation>

/** By `kind:hash`. */
export const Bucket = z.object({ failures: z.number(), nextAt: z.number(), lastAt: z.number() })
export type Bucket = z.infer<typeof Bucket>

export const accountCollections = {
  accounts: collectionRow({
    name: 'accounts',
    schema: Account,
    holds: 'Comptes des agents.',
    personal:
      'Nom, identifiant, droits, dernière connexion, dernier code de secours ; mot de passe haché, second facteur chiffré.',
    why: 'Savoir qui entre et ce qu’il peut faire.',
    retention: 'Tant que la base sert : un accès retiré ne s’ouvre plus, mais son nom reste lisible dans le journal.',
    setting: null,
    inBackups: true,
  }),
  sessions: collectionRow({
    name: 'sessions',
    schema: Session,
    holds: 'Sessions ouvertes par les agents.',
    personal: 'Identifiant, heures d’ouverture et de dernier passage, nom du navigateur ; jamais d’adresse réseau.',
    why: 'Reconnaître un agent d’une page à l’autre, et pouvoir fermer une session oubliée.',
    retention: '30 minutes sans activité, 8 heures au plus ; effacées dans l’heure.',
    setting: null,
    inBackups: false,
  }),
  devices: collectionRow({
    name: 'devices',
    schema: z.object({ login: z.string(), at: z.number() }),
    holds: 'Appareils d’où un agent s’est déjà connecté, reconnus par une empreinte.',
    personal: 'Identifiant et date.',
    why: 'Ne pas faire attendre un agent parce qu’un inconnu essaie son identifiant.',
    retention:
      'Sans effet après 180 jours ; effacés quand l’agent retrouve son accès par un lien, avec ceux qui ont plus de 180 jours.',
    setting: null,
    inBackups: true,
  }),
  invitations: collectionRow({
    name: 'invitations',
    schema: Invitation,
    holds: 'Liens d’invitation et de retour dans un compte.',
    personal: 'Nom et droits de la personne invitée, identifiant de qui l’invite.',
    why: 'Ouvrir un compte sans envoyer de mot de passe.',
    retention: '7 jours, ou moins si le lien sert ; effacés dans l’heure.',
    setting: null,
    inBackups: true,
  }),
  throttle: collectionRow({
    name: 'throttle',
    schema: Bucket,
    holds: 'Nombre d’essais manqués, par empreinte d’un identifiant, d’un réseau ou d’un appareil.',
    personal: 'Empreintes à clé d’identifiants et de débuts d’adresses réseau ; illisibles sans le trousseau.',
    why: 'Ralentir qui devine des mots de passe.',
    retention: '24 heures.',
    setting: null,
    inBackups: false,
  }),
}
