/** Route of the unreadable responses. */
import type { DataContext } from '../data-context.ts'
import type { Handlers } from '../http/serve.ts'
import type { unreadableContracts } from '../wire/contracts/operations.ts'
import { unreadableIn } from './unreadable.ts'

export function unreadableRoutes(context: DataContext): Handlers<typeof unreadableContracts> {
  const unreadable = unreadableIn(context)
  return {
    'GET /api/unreadable': async () => ({ responses: await unreadable.list() }),
  }
}
