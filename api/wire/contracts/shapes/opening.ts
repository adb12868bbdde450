/** The questionnaires of the staff: their stages, what is missing, and their opening. */
import * as z from 'zod'

/** One stage of a questionnaire, with where it stands in a sentence. */
export const QuestionnaireStage = z.strictObject({
  name: z.enum(['write', 'review', 'share', 'follow', 'results', 'decide']),
  state: z.enum(['done', 'now', 'later']),
  text: z.string(),
})
export type QuestionnaireStage = z.infer<typeof QuestionnaireStage>

/** A sentence, and the page where something can be done about it. */
export const Linked = z.strictObject({ text: z.string(), link: z.string(), linkText: z.string() })
export type Linked = z.infer<typeof Linked>

export const status = z.enum(['draft', 'review', 'trial', 'soon', 'open', 'closed', 'archived'])

/** What each list says of a questionnaire. */
const questionnaire = {
  slug: z.string(),
  title: z.string(),
  status,
  closesAt: z.string().nullable(),
  answers: z.int(),
}

/** Every questionnaire a person works on, with its stages and what comes next. */
export const Stages = z.strictObject({
  questionnaires: z.array(
    z.strictObject({
      ...questionnaire,
      /** null = never published. */
      version: z.int().nullable(),
      stages: z.array(QuestionnaireStage),
      next: Linked.nullable(),
    }),
  ),
})
export type Stages = z.infer<typeof Stages>

export const LivePage = z.strictObject({
  questionnaires: z.array(
    z.strictObject({
      ...questionnaire,
      version: z.int(),
      missing: z.array(Linked),
      notes: z.array(Linked),
      /** It asks for something that no setting and no table gives. */
      hasParameters: z.boolean(),
      request: z
        .strictObject({
          by: z.string(),
          byName: z.string(),
          at: z.string(),
          closesAt: z.string(),
          isMine: z.boolean(),
          edition: z.string(),
        })
        .nullable(),
    }),
  ),
})
export type LivePage = z.infer<typeof LivePage>

export const LiveRequest = z.strictObject({ closesAt: z.iso.date('Choisissez le dernier jour pour répondre.') })

/** The edition that the approver has read, as the page gave it. */
export const LiveApproval = z.strictObject({ edition: z.string().max(60) })

export const LiveApproved = z.strictObject({ deleted: z.int() })
export type LiveApproved = z.infer<typeof LiveApproved>
