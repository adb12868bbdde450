/** Routes of the coordinates left for a call-back, and of what is only ever counted. */

import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { fewWrites } from '../http/rate-limit.ts'
import { usesIn } from '../http/uses.ts'
import * as wire from '../wire/public.ts'
import { contactsIn } from './contacts.ts'

export function contactRoutes(api: Routes, context: AppContext): void {
  const contacts = contactsIn(context)
  const uses = usesIn(context.store)

  api.post('/api/contacts', fewWrites(), ...body(wire.NewContact), async (_req, res) => {
    await contacts.leave(res.locals.body)
    res.status(201).json({})
  })
  api.get('/api/contacts', async (_req, res) => {
    const list = await contacts.list()
    await context.audit.record({ who: visitor(res).account.login, what: 'contacts-read' })
    res.json(wire.Contacts.parse(list))
  })
  api.post('/api/uses', ...body(wire.Use), async (_req, res) => {
    await uses.count(res.locals.body.what)
    res.status(201).json({})
  })
  api.get('/api/uses', async (_req, res) => {
    res.json(wire.Uses.parse(await uses.all()))
  })
}
