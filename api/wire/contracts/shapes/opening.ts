/** The questionnaires of the staff: their stages, what is missing, and their opening. */
import * as z from 'zod'

/** One stage of a questionnaire, with where it stands in a sentence. */
export const QuestionnaireStage = z.strictObject({
  name: z.enum(['write', 'review', 'share', 'follow', 'results', 'decide']),
  state: z.enum(['done', 'now', 'later']),
  text: z.string(),
})
export type QuestionnaireStage = z.infer<typeof QuestionnaireStage>

export const Next = z.strictObject({ text: z.string(), link: z.string(), linkText: z.string() })
export type Next = z.infer<typeof Next>

/** Every questionnaire a person works on, with its stages and what comes next. */
export const Stages = z.strictObject({
  questionnaires: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      status: z.enum(['draft', 'review', 'trial', 'soon', 'open', 'closed', 'archived']),
      /** null = never published. */
      version: z.int().nullable(),
      answers: z.int(),
      closesAt: z.string().nullable(),
      stages: z.array(QuestionnaireStage),
      next: Next.nullable(),
    }),
  ),
})
export type Stages = z.infer<typeof Stages>

export const Missing = z.strictObject({ text: z.string(), link: z.string(), linkText: z.string() })
export type Missing = z.infer<typeof Missing>

export const LivePage = z.strictObject({
  questionnaires: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      status: z.enum(['draft', 'review', 'trial', 'soon', 'open', 'closed', 'archived']),
      version: z.int(),
      closesAt: z.string().nullable(),
      answers: z.int(),
      missing: z.array(Missing),
      notes: z.array(Missing),
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
