/** What is stored of the authority: the version in force, and every version with its day and its source. */
import * as z from 'zod'
import { Authority } from '../../surveys/authority/schema.ts'
import { collectionRow } from '../store/collection-row.ts'
import { Outlines } from './outline-shape.ts'

export const AuthorityVersion = z.object({
  number: z.number(),
  authority: Authority,
  /** ISO day from which it holds: that of the decision, not of the typing. */
  date: z.string(),
  /** The amendment, the decision, the file it comes from. */
  source: z.string(),
  /** French sentences: what changed from the version before. */
  changes: z.array(z.string()),
  savedAt: z.string(),
  savedBy: z.string(),
})
export type AuthorityVersion = z.infer<typeof AuthorityVersion>

const row = {
  schema: AuthorityVersion,
  personal: 'Identifiant de qui a enregistré.',
  why: 'Ranger les résultats sous le plan et les zones de la collectivité, avec les mots d’alors sous ce qui a été fait.',
  retention: 'Tant que la base sert.',
  setting: null,
  inBackups: true,
}

export const authorityCollections = {
  /** One document, `in-force`; absent = the authority shipped with the product. */
  authority: collectionRow({
    ...row,
    name: 'authority',
    holds: 'La collectivité en vigueur : ses noms, son plan, son territoire, ce qu’un questionnaire peut en dire.',
  }),
  /** By number, from 1. */
  authorityHistory: collectionRow({
    ...row,
    name: 'authority-history',
    holds: 'Chaque version du plan, du territoire et des noms : date, source, ce qui a changé.',
  }),
  /** One document, `current`; absent = those shipped, or none. */
  authorityOutlines: collectionRow({
    ...row,
    name: 'authority-outlines',
    schema: z.object({ outlines: Outlines, savedAt: z.string(), savedBy: z.string() }),
    holds: 'Contours des communes, avec leur source.',
    why: 'Dessiner la carte des zones.',
  }),
}
