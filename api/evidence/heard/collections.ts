/** What is stored of what was heard: encounters and observations, encrypted, and the documents that repeated a quote. */
import * as z from 'zod'
import { always, collectionRow } from '../../store/collection-row.ts'

/** By a random id. `sealed`: all that was said, encrypted; null once consent is withdrawn. */
export const StoredEncounter = z.object({
  /** ISO day it was held. */
  day: z.string(),
  sealed: z.string().nullable(),
  /** ISO date and time. */
  withdrawnAt: z.string().nullable(),
})
export type StoredEncounter = z.infer<typeof StoredEncounter>

/** By a random id. */
export const StoredObservation = z.object({ day: z.string(), sealed: z.string() })

/** By `encounter/quote`: where a quote has gone, the oldest first. */
export const QuoteUses = z.object({ uses: z.array(z.object({ document: z.string(), day: z.string() })) })
export type QuoteUses = z.infer<typeof QuoteUses>

const untilPurged = {
  retention: 'Le nombre de mois réglé après le jour de la rencontre ; une personne confirme l’effacement.',
  setting: 'rawMonths',
  inBackups: true,
} as const

export const heardCollections = {
  encounters: collectionRow({
    ...untilPurged,
    name: 'encounters',
    schema: StoredEncounter,
    holds: 'Notes d’entretiens, de groupes, de marches et de réunions, avec les citations choisies, chiffrées.',
    personal: 'Ce que des personnes ont dit, sans nom ; identifiant de qui a noté, choisi et relu.',
    why: 'Comprendre ce qu’un questionnaire ne dit pas, et le citer avec l’accord des personnes.',
  }),
  quoteUses: collectionRow({
    ...untilPurged,
    name: 'quote-uses',
    schema: QuoteUses,
    holds: 'Documents où une citation a été reprise, avec leur jour ; jamais la citation.',
    personal: null,
    why: 'Savoir quels documents corriger quand un accord est retiré.',
  }),
  observations: collectionRow({
    name: 'observations',
    schema: StoredObservation,
    holds:
      'Passages d’observation dans des lieux : combien de personnes, âges apparents, usages, temps qu’il fait, chiffrés.',
    personal: 'Identifiant de qui a observé ; aucune personne observée n’est décrite.',
    why: 'Savoir où et quand les jeunes se retrouvent.',
    ...always,
  }),
}
