/** Routes of the coordinates left for a call-back, and of what is only ever counted. */
import type { Routes } from './access.ts'
import { visitor } from './accounts/visitor.ts'
import { body } from './body.ts'
import { contactsIn } from './contacts.ts'
import type { House } from './house.ts'
import { usesIn } from './uses.ts'
import * as wire from './wire.ts'

export function contactRoutes(api: Routes, house: House): void {
  const contacts = contactsIn(house)
  const uses = usesIn(house.store)

  api.post('/api/contacts', ...body(wire.NewContact), async (_req, res) => {
    await contacts.leave(res.locals.body)
    res.status(201).json({})
  })
  api.get('/api/contacts', async (_req, res) => {
    const list = await contacts.list()
    await house.audit.record({ who: visitor(res).account.login, what: 'contacts-read' })
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
