/** Routes of the coordinates left for a call-back, and of what is only ever counted. */
import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Handlers } from '../http/serve.ts'
import { usesIn } from '../http/uses.ts'
import type { contactContracts } from '../wire/contracts/respondent.ts'
import { contactsIn } from './contacts.ts'

export function contactRoutes(context: AppContext): Handlers<typeof contactContracts> {
  const contacts = contactsIn(context)
  const uses = usesIn(context.store)

  return {
    'POST /api/contacts': async ({ body }) => {
      await contacts.leave(body)
      return {}
    },
    'GET /api/contacts': async ({ res }) => {
      const list = await contacts.list()
      await context.audit.record({ who: visitor(res).account.login, what: 'contacts-read' })
      return list
    },
    'POST /api/uses': async ({ body }) => {
      await uses.count(body.what)
      return {}
    },
    'GET /api/uses': () => uses.all(),
  }
}
