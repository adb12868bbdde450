/** What is stored of the directory of actors: a card with who agreed to it and what it said before; and whether everybody reads it. */
import * as z from 'zod'
import type { ActorAge, ActorKind, ActorTheme } from '../../../surveys/directory/rows.ts'
import { always, collectionRow, wordOf } from '../../store/collection-row.ts'

export const StoredCard = z.object({
  name: z.string(),
  kind: wordOf<ActorKind>(),
  does: z.string(),
  themes: z.array(wordOf<ActorTheme>()),
  ages: z.array(wordOf<ActorAge>()),
  places: z.array(z.object({ commune: z.string(), label: z.string(), hours: z.string() })),
  isEverywhere: z.boolean(),
  phone: z.string(),
  email: z.string(),
  site: z.string(),
  actions: z.array(z.number()),
})

/** How an actor agreed to stand in the directory. */
export const consentWays = ['phone', 'email', 'paper', 'meeting', 'online'] as const
export type ConsentWay = (typeof consentWays)[number]

/** By a random id. */
export const ActorDocument = z.object({
  card: StoredCard,
  /** `by`: function of who agreed, never a name; `day`: ISO. Null = nobody was asked yet: the card is not public. */
  consent: z.object({ by: z.string(), day: z.string(), way: wordOf<ConsentWay>() }).nullable(),
  /** The actor proposed its card itself and nobody of the staff has read it: not public yet. */
  isProposed: z.boolean(),
  /** ISO date and time somebody last said that the card is right; null = never. */
  checkedAt: z.string().nullable(),
  /** `digest`: of the secret in the address where the actor reads and corrects its own card. */
  link: z.object({ digest: z.string(), madeAt: z.string(), until: z.string() }).nullable(),
  addedAt: z.string(),
  /** The card before each correction, oldest first; `by`: login, '' = the actor itself. */
  history: z.array(z.object({ at: z.string(), by: z.string(), name: z.string(), before: StoredCard })),
})
export type ActorDocument = z.infer<typeof ActorDocument>

/** One document, `current`. */
export const DirectoryDocument = z.object({
  /** Decisions to show it to everybody or not, oldest first. */
  history: z.array(z.object({ kind: z.enum(['opened', 'closed']), by: z.string(), at: z.string() })),
  /** Actors may propose a card themselves. */
  takesProposals: z.boolean(),
  /** Objectives of the plan it is evidence for, with the theme of the cards that count; '' = all. */
  serves: z.array(z.object({ objective: z.number(), theme: wordOf<ActorTheme | ''>() })),
  /** ISO days on which an actor left, without its name. */
  left: z.array(z.string()),
})
export type DirectoryDocument = z.infer<typeof DirectoryDocument>

export const directoryCollections = {
  actors: collectionRow({
    name: 'actors',
    schema: ActorDocument,
    holds:
      'Annuaire des acteurs : fiche de chaque structure, qui a donné son accord et quand, ce que la fiche disait avant.',
    personal:
      'Téléphone et courriel publics d’une structure, qui peuvent être ceux d’une personne ; fonction de qui a donné son accord ; identifiant et nom de l’agent qui a corrigé.',
    why: 'Dire aux habitants qui fait quoi, où et quand, avec l’accord de chaque structure.',
    retention: 'Jusqu’à ce que la structure quitte l’annuaire : la fiche est alors effacée.',
    setting: null,
    inBackups: true,
  }),
  directory: collectionRow({
    name: 'directory',
    schema: DirectoryDocument,
    holds: 'Ouverture de l’annuaire au public, objectifs du plan qu’il sert, jours où des structures l’ont quitté.',
    personal: 'Identifiant de l’agent qui a ouvert ou fermé.',
    why: 'Ne montrer l’annuaire que par une décision de l’équipe.',
    ...always,
  }),
}
