/** The authority as the staff pages read it, and its parts as tables to edit. */
import * as z from 'zod'
import { Authority } from '../../surveys/authority/schema.ts'
import { isZone } from '../../surveys/days.ts'
import { TableProblem } from './contracts/shapes/tables.ts'

export const InForce = z.strictObject({
  /** Of the version; 0 = as shipped. */
  number: z.int().min(0),
  authority: Authority,
})
export type InForce = z.infer<typeof InForce>

export const AuthorityPage = z.strictObject({
  number: z.int().min(0),
  /** Nobody has answered yet: another authority may be chosen. */
  isFresh: z.boolean(),
  name: z.string(),
  plan: z.string(),
  source: z.string(),
  /** How many of each. */
  axes: z.int(),
  actions: z.int(),
  objectives: z.int(),
  communes: z.int(),
  inhabitants: z.int(),
  /** The staff have decided the zones. */
  hasZones: z.boolean(),
  /** Something that the founding questionnaires ask feeds an objective of the plan. */
  hasLinks: z.boolean(),
  tables: z.array(z.strictObject({ name: z.string(), title: z.string(), help: z.string(), lines: z.int() })),
  /** Newest first. */
  history: z.array(
    z.strictObject({
      number: z.int(),
      date: z.string(),
      source: z.string(),
      changes: z.array(z.string()),
      savedAt: z.string(),
      savedBy: z.string(),
    }),
  ),
})
export type AuthorityPage = z.infer<typeof AuthorityPage>

/** The communes of an EPCI, before it is chosen. */
export const AskedEpci = z.strictObject({
  siren: z
    .string()
    .trim()
    .regex(/^\d{9}$/, 'Un numéro SIREN a neuf chiffres.'),
})
export const FoundEpci = z.strictObject({
  name: z.string(),
  communes: z.array(z.strictObject({ insee: z.string(), name: z.string(), population: z.int() })),
  source: z.string(),
})
export type FoundEpci = z.infer<typeof FoundEpci>

export const NewOutlines = z.strictObject({
  /** The GeoJSON file, as text. */
  text: z.string().max(4_000_000),
  source: z.string().trim().min(3, 'Indiquez d’où viennent ces contours.').max(200),
  licence: z.string().trim().min(2, 'Indiquez la licence, par exemple Licence Ouverte.').max(100),
})

const words = (most: number, refusal: string) => z.string().trim().min(2, refusal).max(most)
/** Another authority than the one shipped, chosen before anybody has answered. */
export const NewAuthority = z.strictObject({
  siren: AskedEpci.shape.siren,
  name: words(120, 'Indiquez le nom de la collectivité.'),
  inSentence: words(200, 'Indiquez son nom au milieu d’une phrase, avec son article.'),
  territory: words(120, 'Indiquez le nom du territoire.'),
  plan: words(200, 'Indiquez le titre du plan d’actions.'),
  timeZone: z
    .string()
    .trim()
    .refine(isZone, 'Écrivez un fuseau horaire connu, par exemple Europe/Paris ou Indian/Reunion.'),
  /** Its objectives, as copied from a spreadsheet; none = to come. */
  planText: z.string().max(200_000, 'Ce texte est trop long : collez la table seule.').optional(),
})

/** What a pasted plan holds, in one French sentence; null when its lines are still to be mended. */
/** What a pasted plan holds, or the first thing in it that cannot be read. */
export const PlanRead = z.strictObject({ plan: z.string().nullable(), problem: z.string().nullable() })
export type PlanRead = z.infer<typeof PlanRead>

/** A table tried before it is accepted: what is wrong, else what it would change. */
export const TriedTable = z.strictObject({ problems: z.array(TableProblem), changes: z.array(z.string()) })
export type TriedTable = z.infer<typeof TriedTable>
