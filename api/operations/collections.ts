/** What is stored of the server's own work: the journal, the clock, and the proofs of what was deleted. */
import * as z from 'zod'
import { always, collectionRow, wordOf } from '../store/collection-row.ts'
import type { Deed } from './deeds.ts'

/** By its number. */
export const AuditLine = z.object({
  number: z.number(),
  /** ISO date and time. */
  at: z.string(),
  /** Login, or `operateur` for a command on the server. */
  who: z.string(),
  what: wordOf<Deed>(),
  /** A login, a slug, the name of a table … or ''. */
  about: z.string(),
  /** Short facts: roles, counts, a reason; never an answer, an address or a secret. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  previous: z.string(),
  hash: z.string(),
})
export type AuditLine = z.infer<typeof AuditLine>

/** A line of the journal, sealed by the keyring: document `start`, the last one deleted, where the chain is taken up again; `end`, the last one. */
export const AuditMark = z.object({ number: z.number(), hash: z.string(), seal: z.string() })
export type AuditMark = z.infer<typeof AuditMark>

/** What was deleted, by whom, with which approval. Begun and not done: the server stopped in between. */
export const Purge = z.object({
  at: z.string(),
  by: z.string(),
  title: z.string(),
  count: z.number(),
  reference: z.string(),
  /** When the last of our backups that may hold it expires; null when there was none. */
  backupsUntil: z.string().nullable(),
  line: z.string(),
  isDone: z.boolean(),
})
export type Purge = z.infer<typeof Purge>

/** By name. Written before the file is, so that no file is ever unknown to the store. */
export const Backup = z.object({
  /** ISO date and time at which the copy began. */
  at: z.string(),
  /** Where the file was written, on the machine of this name. */
  file: z.string(),
  machine: z.string(),
  /** Id of the master it is opened with; null for a copy of a base file made before its shape changed. */
  master: z.string().nullable(),
  expires: z.string(),
  bytes: z.number(),
  /** True once a scratch store has been made of it, and had the same counts and digests. */
  verified: z.boolean(),
})
export type Backup = z.infer<typeof Backup>

/** By day: whoever inserts the day makes its backup. */
export const BackupRun = z.object({
  startedAt: z.string(),
  outcome: z.enum(['running', 'done', 'failed']),
  why: z.string(),
})
export type BackupRun = z.infer<typeof BackupRun>

/** `renewed` grows by one each time; `until` is an ISO date and time of the holder's clock; `holder` null: free. */
export const Lease = z.object({ holder: z.string().nullable(), until: z.string(), renewed: z.number() })
export type Lease = z.infer<typeof Lease>

export const operationCollections = {
  audit: collectionRow({
    name: 'audit',
    schema: AuditLine,
    holds: 'Journal des actes : qui a fait quoi, quand. Jamais une réponse.',
    personal: 'Identifiants des agents et leurs actes.',
    why: 'Rendre compte, et retrouver l’origine d’une erreur ou d’un abus.',
    retention: 'Le nombre de mois réglé ; une personne confirme l’effacement des mois passés.',
    setting: 'logMonths',
    inBackups: true,
  }),
  auditEnd: collectionRow({
    ...always,
    name: 'audit-end',
    schema: AuditMark,
    holds: 'Numéro et empreinte de la dernière ligne du journal, sous le sceau du trousseau.',
    personal: null,
    why: 'Voir si la fin du journal a été coupée.',
  }),
  auditStart: collectionRow({
    ...always,
    name: 'audit-start',
    schema: AuditMark,
    holds: 'Numéro et empreinte de la dernière ligne effacée du journal.',
    personal: null,
    why: 'Que le reste du journal se prouve encore.',
  }),
  clock: collectionRow({
    ...always,
    name: 'clock',
    schema: z.object({ at: z.string() }),
    holds: 'Dernière heure à laquelle le serveur a cru son horloge.',
    personal: null,
    why: 'Ne rien effacer sur une horloge fausse.',
  }),
  disposals: collectionRow({
    ...always,
    name: 'disposals',
    schema: Purge,
    holds: 'Preuves d’effacement : quoi, combien, quand, avec quel visa.',
    personal: 'Identifiant de qui a confirmé.',
    why: 'Prouver aux archives et aux personnes que l’effacement a eu lieu.',
  }),
  backups: collectionRow({
    ...always,
    name: 'backups',
    schema: Backup,
    holds: 'Sauvegardes faites : où, quand, jusqu’à quand, vérifiées ou non.',
    personal: null,
    why: 'Dire jusqu’à quel jour une sauvegarde garde ce qui a été effacé, et prévenir quand elle tarde.',
    retention: 'Le nombre de jours réglé\u202f: la ligne part avec son fichier.',
    setting: 'backupDays',
  }),
  backupRuns: collectionRow({
    ...always,
    name: 'backup-runs',
    schema: BackupRun,
    holds: 'La sauvegarde du jour : commencée, finie ou manquée.',
    personal: null,
    why: 'Qu’un seul serveur la fasse, et que l’équipe sache qu’elle a manqué.',
    retention: 'Un jour.',
    inBackups: false,
  }),
  leases: collectionRow({
    ...always,
    name: 'leases',
    schema: Lease,
    holds: 'Quel serveur fait en ce moment un travail que les autres lui laissent.',
    personal: null,
    why: 'Que deux serveurs ne fassent pas deux fois le même travail.',
    retention: 'Remplacé à chaque fois.',
    inBackups: false,
  }),
  readiness: collectionRow({
    ...always,
    name: 'readiness',
    schema: z.object({ at: z.string() }),
    holds: 'Dernière écriture d’essai de chaque serveur, par son nom de machine.',
    personal: null,
    why: 'Dire à qui surveille le service que la base enregistre.',
    retention: 'Une ligne par nom de machine, remplacée à chaque fois.',
    inBackups: false,
  }),
  flagsCompared: collectionRow({
    ...always,
    name: 'flags-compared',
    schema: z.number(),
    holds: 'Nombre de réponses, et d’arrivées remarquées, lors de la dernière recherche de doublons.',
    personal: null,
    why: 'Ne chercher de nouveau que quand des réponses sont arrivées.',
    retention: 'Remplacé à chaque fois.',
  }),
}
