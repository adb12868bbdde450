/** Routes from trial to real life. */

import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { today } from '../operations/today.ts'
import * as wire from '../wire/staff.ts'
import { approveLive, askLive, livePage, withdrawLive } from './live.ts'

export function liveRoutes(api: Routes, context: AppContext): void {
  const slugOf = (params: Record<string, unknown>) => String(params.slug)

  api.get('/api/today', async (_req, res) => res.json(wire.Today.parse(await today(context, visitor(res).account))))
  api.get('/api/live', async (_req, res) =>
    res.json(wire.LivePage.parse(await livePage(context, visitor(res).account))),
  )
  api.post('/api/questionnaires/:slug/live', ...body(wire.LiveRequest), async (req, res) => {
    await askLive(context, visitor(res).account, slugOf(req.params), res.locals.body.closesAt)
    res.status(201).json({})
  })
  api.post('/api/questionnaires/:slug/live/withdraw', ...body(wire.Nothing), async (req, res) => {
    await withdrawLive(context, visitor(res).account, slugOf(req.params))
    res.json({})
  })
  api.post('/api/questionnaires/:slug/live/approve', ...body(wire.LiveApproval), async (req, res) => {
    const deleted = await approveLive(context, visitor(res).account, slugOf(req.params), res.locals.body.edition)
    res.json(wire.LiveApproved.parse({ deleted }))
  })
}
