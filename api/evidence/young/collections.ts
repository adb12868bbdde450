/** What is stored of the work with the young: ideas masked before they are stored, and whether they may be written. */
import * as z from 'zod'
import { always, collectionRow } from '../../store/collection-row.ts'

/** By an id of the device's own making; nothing else tells when, or from whom. */
export const StoredIdea = z.object({
  /** Masked. */
  text: z.string(),
  /** `2026-03`. */
  month: z.string(),
  /** Nothing is shown unread. */
  isShown: z.boolean(),
  /** What the text may reveal: « danger », in words. */
  concerns: z.array(z.string()),
})
export type StoredIdea = z.infer<typeof StoredIdea>

/** One document, `current`. */
export const YoungDocument = z.object({ isOpen: z.boolean(), by: z.string(), at: z.string() })

export const youngCollections = {
  ideas: collectionRow({
    name: 'ideas',
    schema: StoredIdea,
    holds: 'Idées écrites par des jeunes pour le mur d’idées, noms masqués avant l’enregistrement, avec le seul mois.',
    personal: 'Aucun lien avec une personne ou une réponse ; un texte libre peut contenir un détail personnel.',
    why: 'Recueillir des idées des jeunes, et ne les montrer qu’une fois lues par la vigilance.',
    retention: 'Tant que la base sert ; une idée refusée ou retirée est effacée tout de suite.',
    setting: null,
    inBackups: true,
  }),
  young: collectionRow({
    name: 'young',
    schema: YoungDocument,
    holds: 'Ouverture du mur d’idées et des inscriptions des jeunes.',
    personal: 'Identifiant de l’agent qui a ouvert ou fermé.',
    why: 'Ne rien ouvrir sans une décision de l’équipe.',
    ...always,
  }),
}
