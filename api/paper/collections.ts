/** What is stored of paper forms: batches, and each printed form with what has come back of it. */
import * as z from 'zod'
import { languages } from '../../surveys/questionnaire/questionnaire.ts'
import { always, collectionRow } from '../store/collection-row.ts'

const language = z.enum(languages)

/** By its number. */
export const Batch = z.object({
  questionnaire: z.string(),
  version: z.number(),
  language,
  count: z.number(),
  copies: z.number(),
  by: z.string(),
  at: z.string(),
  /** Places drawn for a second entry; shown to nobody. */
  sampled: z.array(z.number()),
})
export type Batch = z.infer<typeof Batch>

/** Who typed it and when, until the freeze: by the hour of its arrival a response would be found. */
const pass = { by: z.string().nullable(), at: z.string().nullable() }

/** By the number printed on it. */
export const PaperForm = z.object({
  batch: z.string(),
  questionnaire: z.string(),
  version: z.number(),
  /** Once typed, as the response has it. */
  language,
  /** Id of the answer it becomes: typed twice, it is stored once. Null from the freeze on. */
  id: z.string().nullable(),
  drawn: z.record(z.string(), z.string()),
  /** Until the form is typed; then it is stored beside the response only. */
  withdrawal: z.string().nullable(),
  /** Drawn for a second entry; nobody knows before the first one. */
  isSampled: z.boolean(),
  first: z.object(pass).nullable(),
  /** Settled: nothing differed, or what the paper says was typed a third time. */
  again: z.object({ ...pass, compared: z.number(), different: z.number(), isSettled: z.boolean() }).nullable(),
})
export type PaperForm = z.infer<typeof PaperForm>

export const paperCollections = {
  paperBatches: collectionRow({
    name: 'paper-batches',
    schema: Batch,
    holds: 'Lots de questionnaires imprimés.',
    personal: 'Identifiant de qui a imprimé.',
    why: 'Compter les feuilles sorties et revenues.',
    ...always,
  }),
  paperForms: collectionRow({
    name: 'paper-sheets',
    schema: PaperForm,
    holds: 'Feuilles imprimées : numéro, saisie faite ou non, écarts entre deux saisies.',
    personal:
      'Jusqu’au gel, numéro de la réponse saisie, agents qui ont saisi et heure de la saisie ; empreinte du code de retrait jusqu’à la saisie.',
    why: 'Saisir chaque feuille une fois, et vérifier une saisie sur dix.',
    retention:
      'Empreinte du code effacée à la saisie ; numéro de la réponse, agents et heures effacés quand le questionnaire est figé, avec les empreintes qui restent ; le reste avec les réponses, après le nombre de mois réglé.',
    setting: 'rawMonths',
    inBackups: true,
  }),
}
