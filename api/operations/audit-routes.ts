/** Routes of the journal of deeds. */
import type { AppContext } from '../context.ts'
import type { Handlers } from '../http/serve.ts'
import type { auditContracts } from '../wire/contracts/settings.ts'
import { deeds } from './deeds.ts'
import { journalNotes } from './journal-notes.ts'

export function auditRoutes(context: AppContext): Handlers<typeof auditContracts> {
  const { audit } = context
  return {
    'GET /api/audit': async ({ query }) => {
      const { lines, pages } = await audit.page(query.page)
      const shown = lines.map(({ number, at, who, what, about, details }) => ({
        number,
        at,
        who,
        what,
        words: deeds[what],
        about,
        details,
      }))
      return { lines: shown, pages }
    },
    'GET /api/audit/verify': async () => audit.verify(await journalNotes(context)),
  }
}
