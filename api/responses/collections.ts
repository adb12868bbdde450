/** What is stored beside the responses: answers carried to another device, coordinates left for a call-back, ids of what was withdrawn or is unreadable. */
import * as z from 'zod'
import { always, collectionRow } from '../store/collection-row.ts'

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

/** By the hash of a proof made from twelve words; `until` is an ISO hour. */
export const CarriedAnswers = z.object({ sealed: z.string(), until: z.string() })

export const responseCollections = {
  carriedAnswers: collectionRow({
    name: 'carried-answers',
    schema: CarriedAnswers,
    holds: 'Réponses commencées, pour les continuer sur un autre appareil.',
    personal: 'Les réponses commencées, chiffrées par l’appareil de la personne ; le serveur n’a pas de quoi les lire.',
    why: 'Continuer plus tard ou sur un autre appareil, à la demande de la personne.',
    retention: '7 jours, ou moins si la réponse est envoyée ou si la personne efface la copie ; effacées dans l’heure.',
    setting: null,
    inBackups: false,
  }),
  contacts: collectionRow({
    ...coordinates,
    name: 'contacts',
    schema: StoredContact,
    holds: 'Coordonnées laissées pour être rappelé, avec le seul mois.',
    retention: 'Le nombre de mois réglé après la fin du mois ; effacées dans l’heure, ou plus tôt par une personne.',
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
    ...always,
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
