/** What is stored of texts that may reveal a distress, once somebody has read them. */
import * as z from 'zod'
import { collectionRow, withResponses } from '../../store/collection-row.ts'

/** By `slug@hash`; the note is encrypted, since it may speak of somebody. */
export const SeenText = z.object({ seenAt: z.string(), by: z.string(), byName: z.string(), note: z.string() })
export type SeenText = z.infer<typeof SeenText>

export const vigilanceCollections = {
  vigilance: collectionRow({
    name: 'vigilance',
    schema: SeenText,
    holds: 'Textes signalés déjà lus : l’empreinte du texte, jamais le texte, et une note chiffrée.',
    personal: 'Identifiant et nom de qui a lu ; ce que la note dit d’une personne.',
    why: 'Qu’un texte inquiétant soit lu une fois, par la personne de ce rôle.',
    ...withResponses,
  }),
}
