/** Routes by which an actor looks after its own card: proposed, checked, corrected, left; without an account, by a secret address. */
import type { AppContext } from '../../context.ts'
import type { Handlers } from '../../http/serve.ts'
import type { ownCardContracts } from '../../wire/contracts/directory.ts'
import { directoryIn, isReadFirst, isShown } from './directory.ts'
import { choicesNow } from './routes.ts'

/** Stands in the journal where a colleague's login does. */
const itself = 'structure'

export function ownCardRoutes(context: AppContext): Handlers<typeof ownCardContracts> {
  const directory = directoryIn(context)
  return {
    'GET /api/actor-card': choicesNow,
    'POST /api/actor-card': async ({ body: { secret, card, by } }) => {
      await directory.propose(secret, { card, by })
      return {}
    },
    'POST /api/actor-card/read': async ({ body }) => {
      const { value } = await directory.bySecret(body.secret)
      const { card, checkedAt, link } = value
      return {
        card,
        checkedAt,
        isShown: isShown(value),
        isReadFirst: isReadFirst(value),
        until: link!.until,
        ...choicesNow(),
      }
    },
    'PUT /api/actor-card': async ({ body }) => {
      await directory.saveOwn(body.secret, body.card)
      return {}
    },
    'POST /api/actor-card/leave': async ({ body }) => {
      await directory.leave(body.secret)
      await context.audit.record({ who: itself, what: 'actor-left' })
      return {}
    },
  }
}
