/** Routes from trial to real life. */
import type { Routes } from './access.ts'
import { visitor } from './accounts/visitor.ts'
import { body } from './body.ts'
import type { House } from './house.ts'
import { approveLive, askLive, livePage, withdrawLive } from './live.ts'
import { today } from './today.ts'
import * as wire from './wire-staff.ts'

export function liveRoutes(api: Routes, house: House): void {
  const slugOf = (params: Record<string, unknown>) => String(params.slug)

  api.get('/api/today', async (_req, res) => res.json(wire.Today.parse(await today(house, visitor(res).account))))
  api.get('/api/live', async (_req, res) => res.json(wire.LivePage.parse(await livePage(house, visitor(res).account))))
  api.post('/api/questionnaires/:slug/live', ...body(wire.LiveRequest), async (req, res) => {
    await askLive(house, visitor(res).account, slugOf(req.params), res.locals.body.closesAt)
    res.status(201).json({})
  })
  api.post('/api/questionnaires/:slug/live/withdraw', ...body(wire.Nothing), async (req, res) => {
    await withdrawLive(house, visitor(res).account, slugOf(req.params))
    res.json({})
  })
  api.post('/api/questionnaires/:slug/live/approve', ...body(wire.Nothing), async (req, res) => {
    const deleted = await approveLive(house, visitor(res).account, slugOf(req.params))
    res.json(wire.LiveApproved.parse({ deleted }))
  })
}
