/** Routes anybody's device calls while its person answers: a visit, how far people come, whether a code can still serve. */
import { invitationIn } from '../../surveys/answers/invitation.ts'
import { isShort } from '../../surveys/questionnaire/door.ts'
import { shortFormOf } from '../../surveys/questionnaire/short-form.ts'
import { networkOf } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Handlers } from '../http/serve.ts'
import { wrongCodes } from '../http/wrong-codes.ts'
import type { visitContracts } from '../wire/contracts/respondent.ts'
import type * as wire from '../wire/fieldwork.ts'
import { hashOfInvitation } from './diffusion/invitation-hash.ts'
import { endPage } from './follow.ts'
import type { IntakeMonitor } from './intake-monitor.ts'

export function visitRoutes(context: AppContext, { visits, steps }: IntakeMonitor): Handlers<typeof visitContracts> {
  const wrong = wrongCodes()

  async function stateOf(questionnaire: string, typed: string): Promise<wire.CodeState['state']> {
    const code = invitationIn(typed)
    if (code === null) return 'misspelt'
    const hash = hashOfInvitation(context.keyring, questionnaire, code)
    return (await context.store.codes.state({ hash, questionnaire })) ?? 'unknown'
  }

  async function isPage(step: Extract<wire.NewStep, { page: string }>) {
    const { questionnaire: slug, version, page } = step
    // the end as well: versions that never were would make the counts grow without end
    const { questionnaire } = await context.questionnaires.published(slug, version)
    const form = isShort(step) ? shortFormOf(questionnaire) : questionnaire
    return form !== null && (page === endPage || form.definition.pages.some(({ name }) => name === page))
  }

  return {
    'POST /api/visits': async ({ body }) => {
      const { questionnaire } = body
      await context.questionnaires.found(questionnaire)
      return { visit: visits.open(questionnaire) }
    },
    'POST /api/steps': async ({ body }) => {
      await context.questionnaires.found(body.questionnaire)
      const isByShort = isShort(body)
      if ('minutes' in body) steps.took(body.questionnaire, body.minutes, isByShort)
      else if (await isPage(body)) steps.reached(body.questionnaire, body.version, body.page, isByShort)
      return {}
    },
    'POST /api/invitations/check': async ({ body, req }) => {
      const { questionnaire, code } = body
      await context.questionnaires.found(questionnaire)
      const state = await stateOf(questionnaire, code)
      // a slip of the finger is no guess; a code that does not exist may be one
      if (state === 'unknown') wrong.missed(networkOf(req.ip ?? ''))
      return { state }
    },
  }
}
