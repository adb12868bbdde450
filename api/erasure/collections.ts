/** What is stored of erasures: each one by its number, and how far each ledger file has come. */
import * as z from 'zod'
import { always, collectionRow } from '../store/collection-row.ts'
import { Erasure } from './erasure.ts'

export const erasureCollections = {
  erasures: collectionRow({
    ...always,
    name: 'erasures',
    schema: z.object(Erasure.shape),
    holds: 'Chaque effacement : quoi (un numéro), quand, et son maillon dans la chaîne.',
    personal:
      'Le numéro de ce qui n’existe plus : une réponse, un contact, une rencontre, une fiche de l’annuaire ou une idée. Aucun contenu.',
    why: 'Refaire les effacements quand une sauvegarde plus ancienne est remise.',
  }),
  ledgers: collectionRow({
    ...always,
    name: 'ledgers',
    schema: z.object({ count: z.number() }),
    holds: 'Nombre d’effacements écrits dans chaque fichier du registre.',
    personal: null,
    why: 'Voir qu’un registre manque ou a été raccourci.',
  }),
}
