/** Routes of the exit questions, for whoever scanned the square. */
import { dayOf } from '../../../surveys/days.ts'
import type { AppContext } from '../../context.ts'
import { Problem } from '../../http/problems.ts'
import type { Handlers } from '../../http/serve.ts'
import type { exitContracts } from '../../wire/contracts/action-log.ts'
import { exitsIn, isExitOpen } from './exit.ts'

export function exitRoutes(context: AppContext): Handlers<typeof exitContracts> {
  const exits = exitsIn(context.store)
  const found = async (code: string) => {
    const known = await exits.found(code)
    if (!known) throw new Problem('exit-unknown')
    return { ...known, isOpen: isExitOpen(known.logged, dayOf(context.now())) }
  }

  return {
    'GET /api/exit/:code': async ({ params }) => {
      const { logged, isOpen } = await found(params.code)
      return { activity: logged.entry.activity, day: logged.entry.day, isOpen }
    },
    'POST /api/exit/:code': async ({ params, body: { id, ...answer } }) => {
      const { isOpen } = await found(params.code)
      if (!isOpen) throw new Problem('exit-closed')
      await exits.receive(params.code, id, answer)
      return {}
    },
  }
}
