/** Routes of the journal of deeds. */
import * as z from 'zod'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import * as wire from '../wire/staff.ts'
import { deeds } from './deeds.ts'

export function auditRoutes(api: Routes, { audit }: AppContext): void {
  api.get('/api/audit', async (req, res) => {
    const back = z.coerce.number().int().min(0).max(1_000_000).catch(0).parse(req.query.page)
    const { lines, pages } = await audit.page(back)
    const shown = lines.map(({ number, at, who, what, about, details }) => ({
      number,
      at,
      who,
      what,
      words: deeds[what],
      about,
      details,
    }))
    res.json(wire.AuditPage.parse({ lines: shown, pages }))
  })
  api.get('/api/audit/verify', async (_req, res) => res.json(wire.AuditReport.parse(await audit.verify())))
}
