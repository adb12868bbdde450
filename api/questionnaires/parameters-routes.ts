/** Routes of what only the authority knows, for one questionnaire. */

import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import * as wire from '../wire/staff.ts'
import { parametersPage, saveParameters } from './own-parameters.ts'

export function parameterRoutes(api: Routes, context: AppContext): void {
  const at = '/api/questionnaires/:slug/parameters'

  api.get(at, async ({ params }, res) => {
    res.json(wire.ParametersPage.parse(await parametersPage(context, String(params.slug))))
  })
  api.put(at, ...body(wire.TypedParameters), async ({ params }, res) => {
    await saveParameters(context, visitor(res).account, String(params.slug), res.locals.body)
    res.json({})
  })
}
