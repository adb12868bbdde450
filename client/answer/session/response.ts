/** What is sent once the last screen is left. */
import type { SurveyModel } from 'survey-core'
import { answersOf } from '../../../surveys/answers/from-survey.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { compileValidator } from '../../../surveys/answers/validator.ts'
import { hashOf, proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import type { Language, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { Draft } from '../device/outbox.ts'

type Session = Pick<Draft, 'id' | 'channel' | 'code' | 'invitation' | 'visit'>

/** @returns the response, or the name of the question whose answer the published questionnaire does not take */
export function responseOf(
  questionnaire: Questionnaire,
  model: SurveyModel,
  { id, channel, code, invitation, visit }: Session,
  language: Language,
): { response: SentResponse } | { blamed: string } {
  const checked = compileValidator(questionnaire)(answersOf(model))
  if (!checked.ok) return { blamed: checked.problems[0]!.path.split('.')[0]! }
  return {
    response: {
      id,
      questionnaire: questionnaire.slug,
      version: questionnaire.version,
      mode: 'web',
      channel,
      // simplified French hints at health: it is counted apart, never stored with a response
      language: language === 'fr-facile' ? 'fr' : language,
      answers: checked.answers,
      withdrawal: hashOf(proofOf(code)),
      ...(invitation === undefined ? {} : { invitation }),
      ...(visit === undefined ? {} : { visit }),
    },
  }
}
