/** What is stored beside the responses: coordinates left for a call-back, the ids of what was withdrawn, and of what is unreadable. */
import * as z from 'zod'
import { collectionRow } from '../store/collection-row.ts'

/** By an id of its own; the month is all that is known of when. */
export const StoredContact = z.object({ sealed: z.string(), month: z.string() })

/** One document, stored as `pen`: those that have not left in a batch yet. */
export const WaitingContacts = z.object({
  since: z.string(),
  entries: z.array(z.object({ id: z.string(), sealed: z.string() })),
})
export type WaitingContacts = z.infer<typeof WaitingContacts>

/** By `questionnaire/hash of the id`: an altered id may hold any character. */
export const Unreadable = z.object({
  id: z.string(),
  /** ISO dates and times. */
  receivedAt: z.string(),
  noticedAt: z.string(),
})
export type Unreadable = z.infer<typeof Unreadable>

const coordinates = {
  personal: 'Nom, téléphone ou adresse électronique, chiffrés ; aucun lien avec une réponse.',
  why: 'Rappeler les personnes qui l’ont demandé.',
  setting: 'contactMonths',
  inBackups: true,
} as const

export const responseCollections = {
  contacts: collectionRow({
    ...coordinates,
    name: 'contacts',
    schema: StoredContact,
    holds: 'Coordonnées laissées pour être rappelé, avec le seul mois.',
    retention: 'Le nombre de mois réglé après la fin du mois ; une personne confirme l’effacement.',
  }),
  contactsWaiting: collectionRow({
    ...coordinates,
    name: 'contacts-waiting',
    schema: WaitingContacts,
    holds: 'Coordonnées arrivées depuis peu, mélangées avant de rejoindre les autres par lots.',
    retention: 'Une semaine au plus, puis avec les autres coordonnées.',
  }),
  tombstones: collectionRow({
    name: 'tombstones',
    schema: z.object({ questionnaire: z.string() }),
    holds: 'Numéros des réponses retirées par leur auteur.',
    personal: 'Le numéro d’une réponse qui n’existe plus, et son questionnaire.',
    why: 'Qu’une réponse retirée ne revienne ni d’un appareil en retard, ni d’une sauvegarde.',
    retention: 'Tant que la base sert.',
    setting: null,
    inBackups: true,
  }),
  unreadable: collectionRow({
    name: 'unreadable',
    schema: Unreadable,
    holds: 'Numéros des réponses qui ne s’ouvrent plus, abîmées sur le disque ou privées de leur clé.',
    personal: 'Le numéro d’une réponse, son questionnaire et l’heure de sa réception.',
    why: 'Que l’équipe le sache et les reprenne d’une sauvegarde, et que le reste se lise sans elles.',
    retention: 'Tant que la réponse ne s’ouvre pas ; au plus jusqu’à l’effacement des réponses du questionnaire.',
    setting: 'rawMonths',
    inBackups: true,
  }),
}
