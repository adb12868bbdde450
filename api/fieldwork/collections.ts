/** What is stored of the fieldwork: batches of codes, signs that answers should be looked at, decisions about them, counts. */
import * as z from 'zod'
import { always, collectionRow, withResponses, wordOf } from '../store/collection-row.ts'

/** By `questionnaire/number`. */
export const CodeBatch = z.object({
  label: z.string(),
  at: z.string(),
  by: z.string(),
  codes: z.number(),
  isCancelled: z.boolean(),
})
export type CodeBatch = z.infer<typeof CodeBatch>

/** By `questionnaire/id` of the response: what was noticed when it arrived. */
export const IntakeFlag = z.object({ why: z.enum(['burst', 'sender', 'fast']), burst: z.string() })
export type IntakeFlag = z.infer<typeof IntakeFlag>

/** By `questionnaire/id` of the response. */
export const Review = z.object({
  state: z.enum(['kept', 'aside']),
  why: wordOf<string>(),
  group: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
})
export type Review = z.infer<typeof Review>

const counts = z.record(z.string(), z.number())

/** By questionnaire. */
export const Steps = z.object({
  /** By `version/page`: how many reached it. */
  pages: counts,
  /** By whole minutes: how many took so long, of those who answered in one go. */
  minutes: counts,
})
export type Steps = z.infer<typeof Steps>

/** By `questionnaire/path`: the last count of one question. */
export const SampleCount = z.object({
  responses: z.number(),
  day: z.string(),
  rows: z.array(z.object({ name: z.string(), count: z.number() })),
  /** Digest of the zones they were counted in; absent from the oldest, and from what is not counted by zone. */
  zones: z.string().optional(),
})
export type SampleCount = z.infer<typeof SampleCount>

const target = z.object({ name: z.string(), wanted: z.number() })
/** By questionnaire. */
export const Targets = z.object({
  total: z.number().nullable(),
  zones: z.array(target),
  profile: z.string(),
  profiles: z.array(target),
})
export type Targets = z.infer<typeof Targets>

export const fieldworkCollections = {
  codeBatches: collectionRow({
    ...withResponses,
    name: 'code-batches',
    schema: CodeBatch,
    holds: 'Lots de codes d’invitation : nom, date, nombre. Les codes eux-mêmes n’y sont pas.',
    personal: 'Identifiant de qui a imprimé le lot.',
    why: 'Suivre les codes distribués et annuler un lot perdu.',
  }),
  flags: collectionRow({
    ...withResponses,
    name: 'flags',
    schema: IntakeFlag,
    holds: 'Réponses arrivées trop vite, en rafale, ou d’une même adresse pendant des jours, par leur numéro.',
    personal: 'Le numéro d’une réponse et un motif ; ni appareil, ni adresse, ni heure.',
    why: 'Qu’une personne puisse regarder les réponses douteuses.',
  }),
  reviews: collectionRow({
    ...withResponses,
    name: 'reviews',
    schema: Review,
    holds: 'Ce qui a été décidé des réponses signalées : gardées ou mises de côté.',
    personal: 'Le numéro d’une réponse, un motif, l’identifiant de qui a décidé.',
    why: 'Ne pas compter une réponse écartée, et pouvoir revenir sur la décision.',
  }),
  flagCounts: collectionRow({
    ...always,
    name: 'flag-counts',
    schema: z.number(),
    holds: 'Nombre de groupes de réponses à regarder, par questionnaire.',
    personal: null,
    why: 'Le dire sur la page du jour sans relire toutes les réponses.',
  }),
  steps: collectionRow({
    ...always,
    name: 'steps',
    schema: Steps,
    holds: 'Combien de personnes ont atteint chaque page, et combien de minutes ont suffi.',
    personal: null,
    why: 'Voir où l’on abandonne, et raccourcir.',
  }),
  samples: collectionRow({
    ...always,
    name: 'samples',
    schema: SampleCount,
    holds: 'Derniers décomptes par zone et par profil, arrondis.',
    personal: null,
    why: 'Suivre qui a répondu sans montrer la dernière personne arrivée.',
  }),
  targets: collectionRow({
    ...always,
    name: 'targets',
    schema: Targets,
    holds: 'Nombres de réponses espérés.',
    personal: null,
    why: 'Donner un repère à qui anime la collecte.',
  }),
}
