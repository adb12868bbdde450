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

const pass = { by: z.string(), at: z.string() }

/** By the number printed on it. */
export const PaperForm = z.object({
  batch: z.string(),
  questionnaire: z.string(),
  version: z.number(),
  language,
  /** Id of the answer it becomes: typed twice, it is stored once. */
  id: z.string(),
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
      'Numéro de la réponse saisie, identifiants des agents qui ont saisi ; empreinte du code de retrait jusqu’à la saisie.',
    why: 'Saisir chaque feuille une fois, et vérifier une saisie sur dix.',
    retention:
      'Empreinte du code effacée à la saisie, ou quand le questionnaire est figé ; le reste avec les réponses, après le nombre de mois réglé.',
    setting: 'rawMonths',
    inBackups: true,
  }),
}
