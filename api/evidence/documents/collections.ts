/** What is stored of the plan's follow-up: where each action stands, as its pilots say it. */
import * as z from 'zod'
import type { ActionState } from '../../../surveys/authority/follow-up.ts'
import { always, collectionRow, wordOf } from '../../store/collection-row.ts'
import { FollowUp } from '../../wire/plan-follow-up.ts'

export const StoredFollowUp = z.object({
  /** Title of the action when it was said: the plan may be amended since. */
  title: z.string(),
  ...FollowUp.shape,
  state: wordOf<ActionState>(),
  at: z.string(),
})
export type StoredFollowUp = z.infer<typeof StoredFollowUp>

export const documentCollections = {
  followUps: collectionRow({
    name: 'follow-ups',
    schema: z.object({ history: z.array(StoredFollowUp) }),
    holds: 'Suivi des actions du plan : état, fait, difficultés, suites, décision demandée.',
    personal: 'Nom de qui a noté le suivi.',
    why: 'Écrire la fiche action, le bilan et l’évaluation.',
    ...always,
  }),
}
