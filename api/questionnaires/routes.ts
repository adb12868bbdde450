/** Routes of the questionnaires people are offered. */
import type { AppContext } from '../context.ts'
import type { Handlers } from '../http/serve.ts'
import type { questionnaireContracts } from '../wire/contracts/respondent.ts'

export function questionnaireRoutes(
  context: AppContext,
  isDemo: () => Promise<boolean>,
): Handlers<typeof questionnaireContracts> {
  return {
    'GET /api/questionnaires': () => context.questionnaires.list(),
    'GET /api/questionnaires/:slug': async ({ params, query: { version = null } }) =>
      context.questionnaires.shown(params.slug, version, await isDemo()),
  }
}
