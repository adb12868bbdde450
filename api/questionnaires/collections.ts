/** What is stored of questionnaires: the status of each, its published versions, its parameters, what waits to be opened. */
import * as z from 'zod'
import type { ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import type { Questionnaire, Status } from '../../surveys/questionnaire/questionnaire.ts'
import { always, collectionRow, objectOf } from '../store/collection-row.ts'

const status = z.enum(['draft', 'review', 'trial', 'open', 'closed', 'archived']) satisfies z.ZodType<Status>

/** By slug: the status of a questionnaire. */
export const Standing = z.object({
  status,
  /** The version people are given now. */
  version: z.number(),
  closesAt: z.string().nullable(),
  /** ISO date and time before which a live questionnaire takes nothing in; absent = open at once. */
  opensAt: z.string().nullable().optional(),
  /** Who may answer: anybody, anybody with or without a code, or only with a code. */
  invitation: z.enum(['none', 'optional', 'required']).optional(),
  /** ISO date and time of the freeze that was told to respondents, when its last day has come nearer since: it freezes no sooner. */
  promisedUntil: z.string().optional(),
  /** The fewest months its notices have said its answers are kept; absent = those of the settings. */
  promisedMonths: z.number().optional(),
  /** When its codes were destroyed: it cannot open again, whatever the settings become. */
  frozenAt: z.string().optional(),
  /** When its answers were destroyed, their time being over. */
  purgedAt: z.string().optional(),
  /**
   * `founding`: shipped with the product and brought up to date with it while on trial; `staff`: the staff have published a
   * version of theirs, and what is shipped later leaves it alone.
   */
  origin: z.enum(['founding', 'staff']),
  /** First version that counts; what was given under an earlier one was a trial. */
  liveFrom: z.number().optional(),
  /** What it was before it was archived. */
  before: status.optional(),
})
export type Standing = z.infer<typeof Standing>

/** By `slug@version`: what was published, parameters filled in; never changed afterwards. */
export const Version = z.object({
  // the validator of published questionnaires decides on it, once: a version that does not compile is served to nobody
  questionnaire: z.custom<Questionnaire>(),
  parameters: objectOf<ParameterValues>(),
  publishedAt: z.string(),
  /** Logins of the person who asked and of the one who approved; absent while on trial. */
  by: z.object({ asked: z.string(), approved: z.string() }).optional(),
  /** Login of whoever moved the last day, where nothing else differs from the version before: nobody approved it again. */
  movedBy: z.string().optional(),
})
export type Version = z.infer<typeof Version>

/** By slug. */
export const LiveRequest = z.object({ by: z.string(), byName: z.string(), at: z.string(), closesAt: z.string() })
export type LiveRequest = z.infer<typeof LiveRequest>

/** By slug: the founding text this installation took, and the later one it was shown and left. */
export const Shipped = z.object({
  questionnaire: z.custom<Questionnaire>().optional(),
  declined: z.object({ digest: z.string(), by: z.string(), at: z.string() }).optional(),
})
export type Shipped = z.infer<typeof Shipped>

export const questionnaireCollections = {
  questionnaires: collectionRow({
    ...always,
    name: 'questionnaires',
    schema: Standing,
    holds: 'Où en est chaque questionnaire : état, version, dates.',
    personal: null,
    why: 'Ouvrir, clore et figer au bon moment.',
  }),
  versions: collectionRow({
    ...always,
    name: 'versions',
    schema: Version,
    holds: 'Chaque version publiée d’un questionnaire, telle que les personnes l’ont lue.',
    personal: 'Identifiants de qui l’a demandée et de qui l’a approuvée.',
    why: 'Relire une réponse avec les questions qui ont été posées.',
  }),
  parameters: collectionRow({
    ...always,
    name: 'parameters',
    schema: objectOf<ParameterValues>(),
    holds: 'Précisions locales d’un questionnaire : noms de lieux, choix proposés.',
    personal: null,
    why: 'Remplir les textes que seule la collectivité connaît.',
  }),
  liveRequests: collectionRow({
    name: 'live-requests',
    schema: LiveRequest,
    holds: 'Demandes d’ouverture qui attendent une seconde personne.',
    personal: 'Identifiant et nom de qui demande.',
    why: 'Qu’une ouverture soit toujours voulue par deux personnes.',
    retention: 'Jusqu’à l’ouverture ou au retrait de la demande.',
    setting: null,
    inBackups: true,
  }),
  shipped: collectionRow({
    ...always,
    name: 'shipped',
    schema: Shipped,
    holds: 'Le texte fourni que chaque questionnaire a repris, et celui qu’on a laissé.',
    personal: 'Identifiant de qui a laissé un texte.',
    why: 'Signaler un texte fourni qui a changé, une seule fois.',
  }),
}
