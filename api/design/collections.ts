/** What is stored of questionnaires being written: drafts, who has one open, and the sources last approved. */
import * as z from 'zod'
import { languages, type Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { always, collectionRow, listOf, objectOf } from '../store/collection-row.ts'
import * as wire from '../wire/design.ts'

/** By slug. */
export type Draft = wire.Draft & {
  /** Grows with the questionnaire, its reasons and what is asked for it; a comment leaves it as it is. */
  edition: number
}

const words = z.string().optional()
const readOver = z.partialRecord(
  z.enum(languages),
  z.object({ names: z.string(), at: z.string(), by: z.string(), of: words }),
)
const Draft: z.ZodType<Draft, Draft> = z.object({
  // unfinished anywhere: the review says what is missing
  questionnaire: objectOf<Draft['questionnaire']>(),
  state: z.enum(['draft', 'review']),
  basedOn: z.number().nullable(),
  reasons: z.object({ burden: words, languages: z.partialRecord(z.enum(languages), z.string()).optional() }),
  readOver,
  opening: z.object({ as: z.enum(['trial', 'open']), closesAt: z.string().nullable() }).nullable(),
  askedBy: z.object({ login: z.string(), name: z.string(), at: z.string() }).nullable(),
  comments: z.array(z.object(wire.Comment.shape)),
  updatedBy: z.string(),
  updatedByName: z.string(),
  updatedAt: z.string(),
  edition: z.number(),
})

/** By `slug/login`. */
export const Presence = z.object({ name: z.string(), at: z.string() })
export type Presence = z.infer<typeof Presence>

/** By slug: what was last approved, before parameters are filled in, and who had read it over. */
export const Source = z.object({
  questionnaire: objectOf<Questionnaire>(),
  version: z.number(),
  readOver: readOver.optional(),
})
export type Source = z.infer<typeof Source>

/** By an id of its own. */
export type LibraryItem = wire.NewLibraryItem & { by: string; byName: string; at: string }
const LibraryItem: z.ZodType<LibraryItem, LibraryItem> = z.object({
  title: z.string(),
  elements: listOf<LibraryItem['elements'][number]>(),
  parameters: listOf<LibraryItem['parameters'][number]>(),
  by: z.string(),
  byName: z.string(),
  at: z.string(),
})

/** By the digest of the file: a PNG in base64. `at`: ISO date it was last brought. */
export const Picture = z.object({ data: z.string(), at: z.string() })
export type Picture = z.infer<typeof Picture>

export const designCollections = {
  drafts: collectionRow({
    name: 'drafts',
    schema: Draft,
    holds: 'Questionnaires en cours d’écriture, avec les remarques des relecteurs.',
    personal: 'Identifiants et noms des agents qui écrivent, relisent et commentent.',
    why: 'Écrire et relire à plusieurs.',
    retention: 'Jusqu’à la publication ou à la suppression du brouillon.',
    setting: null,
    inBackups: true,
  }),
  designPresence: collectionRow({
    name: 'design-presence',
    schema: Presence,
    holds: 'Qui a un questionnaire ouvert en ce moment.',
    personal: 'Identifiant, nom et heure.',
    why: 'Que deux personnes n’écrivent pas l’une sur l’autre sans le savoir.',
    retention: 'Sans effet après 40 secondes ; effacé à la visite suivante d’un collègue.',
    setting: null,
    inBackups: false,
  }),
  pictures: collectionRow({
    name: 'pictures',
    schema: Picture,
    holds: 'Images des réponses, apportées par l’équipe, sans les mentions que portait leur fichier.',
    personal: null,
    why: 'Montrer les réponses d’un choix en images.',
    retention:
      'Tant qu’un brouillon, une version ou la bibliothèque les nomme ; sinon, effacées 30 jours après leur arrivée.',
    setting: null,
    inBackups: true,
  }),
  sources: collectionRow({
    name: 'sources',
    schema: Source,
    holds: 'Questionnaires approuvés, avant que les précisions locales y soient mises, et qui a relu chaque langue.',
    personal: 'Noms des relecteurs de chaque langue, tels que l’équipe les a écrits, et qui les a notés.',
    why: 'Écrire la version suivante.',
    ...always,
  }),
  library: collectionRow({
    name: 'library',
    schema: LibraryItem,
    holds: 'Questions gardées par l’équipe pour d’autres questionnaires.',
    personal: 'Identifiant et nom de l’agent qui les a gardées.',
    why: 'Poser la même question, sous le même code, d’un questionnaire à l’autre.',
    retention: 'Jusqu’à ce qu’un agent les retire.',
    setting: null,
    inBackups: true,
  }),
}
