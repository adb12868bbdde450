/** Routes of what only the authority knows, for one questionnaire. */
import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Handlers } from '../http/serve.ts'
import type { parameterContracts } from '../wire/contracts/opening.ts'
import { parametersPage, saveParameters } from './own-parameters.ts'

export function parameterRoutes(context: AppContext): Handlers<typeof parameterContracts> {
  return {
    'GET /api/questionnaires/:slug/parameters': ({ params }) => parametersPage(context, params.slug),
    'PUT /api/questionnaires/:slug/parameters': async ({ params, body, res }) => {
      await saveParameters(context, visitor(res).account, params.slug, body)
      return {}
    },
  }
}
