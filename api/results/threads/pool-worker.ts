/** One thread of the pool: reads a questionnaire and makes its statement. */
import { dataOf, serve } from '../../../analysis/threads/serve.ts'
import type { StoreAccess } from '../../config.ts'
import { openContext } from '../../context.ts'
import { asideIn } from '../../fieldwork/reviews.ts'
import { studiesIn } from '../../responses/studies.ts'
import { isWithdrawn, publicationsIn } from '../publications.ts'
import { snapshotsIn } from '../snapshots.ts'
import { inOrder, reportsIn, statementToday } from '../statements.ts'
import type { PoolTasks } from './pool.ts'

// the pool has a thread a core already
const context = { ...(await openContext(dataOf<StoreAccess>(), () => new Date())), readers: null }

serve<PoolTasks>({
  study: async ({ slug, at, withAside = false }, note) => {
    const [study] = await studiesIn(context, slug, (read) => note({ read }), null, withAside)
    const heads = (await publicationsIn(context.store).all(slug)).filter((head) => !isWithdrawn(head))
    const before = inOrder(study!, heads, await reportsIn(context.store).all(slug))
    const { questionnaire, digest } = study!
    const counted = withAside && (await asideIn(context.store, slug)).size > 0
    const { next, ...today } = await statementToday(context.store, study!, before, at, counted)
    if (next) await snapshotsIn(context.store).insert(slug, study!.trial, next)
    return { questionnaire, digest, ...today }
  },
})
