/** Routes of what only the authority knows, for one questionnaire. */
import type { Routes } from '../access.ts'
import { visitor } from '../accounts/visitor.ts'
import { body } from '../body.ts'
import type { House } from '../house.ts'
import * as wire from '../wire-staff.ts'
import { parametersPage, saveParameters } from './own.ts'

export function parameterRoutes(api: Routes, house: House): void {
  const at = '/api/questionnaires/:slug/parameters'

  api.get(at, async ({ params }, res) => {
    res.json(wire.ParametersPage.parse(await parametersPage(house, String(params.slug))))
  })
  api.put(at, ...body(wire.TypedParameters), async ({ params }, res) => {
    await saveParameters(house, visitor(res).account, String(params.slug), res.locals.body)
    res.json({})
  })
}
