/** Route of the responses that do not open. */
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import * as wire from '../wire/staff.ts'
import { unreadableIn } from './unreadable.ts'

export function unreadableRoutes(api: Routes, context: AppContext): void {
  const unreadable = unreadableIn(context)
  api.get('/api/unreadable', async (_req, res) => {
    res.json(wire.UnreadablePage.parse({ responses: await unreadable.list() }))
  })
}
