/** Routes from trial to real life. */
import type { Role } from '../accounts/roles.ts'
import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Handlers } from '../http/serve.ts'
import { today } from '../operations/today/today.ts'
import { publicationsIn } from '../results/publications.ts'
import type { liveContracts } from '../wire/contracts/opening.ts'
import { approveLive, askLive, livePage, withdrawLive } from './live.ts'
import { stagesFor } from './stages.ts'

/** Their pages show counts. */
const counting: readonly Role[] = ['analyst', 'admin', 'designer', 'publisher']

export function liveRoutes(context: AppContext): Handlers<typeof liveContracts> {
  const publications = publicationsIn(context.store)
  return {
    'GET /api/stages': ({ res }) => stagesFor(context, visitor(res).account, publications),
    'GET /api/today': ({ res }) => {
      const { account } = visitor(res)
      if (account.roles.some((role) => counting.includes(role))) context.analysis.wake()
      return today(context, account, publications)
    },
    'GET /api/live': ({ res }) => livePage(context, visitor(res).account),
    'POST /api/questionnaires/:slug/live': async ({ params, body, res }) => {
      await askLive(context, visitor(res).account, params.slug, body.closesAt)
      return {}
    },
    'POST /api/questionnaires/:slug/live/withdraw': async ({ params, res }) => {
      await withdrawLive(context, visitor(res).account, params.slug)
      return {}
    },
    'POST /api/questionnaires/:slug/live/approve': async ({ params, body, res }) => {
      const deleted = await approveLive(context, visitor(res).account, params.slug, body.edition)
      return { deleted }
    },
  }
}
