/** One thread of the pool: reads a questionnaire and makes its statement. */
import { dataOf, serve } from '../../analysis/threads/serve.ts'
import { openContext } from '../context.ts'
import { asideIn } from '../fieldwork/reviews.ts'
import { studiesIn } from '../responses/studies.ts'
import type { PoolTasks } from './pool.ts'
import { publicationsIn } from './publications.ts'
import { seenToo } from './screens.ts'
import { inOrder, reportsIn, statementToday } from './statements.ts'
import type { Place } from './thread.ts'

const context = await openContext(dataOf<Place>(), () => new Date())

serve<PoolTasks>({
  study: async ({ slug, at, withAside = false }, note) => {
    const [study] = await studiesIn(context, slug, (read) => note({ read }), null, withAside)
    const publications = publicationsIn(context.store)
    const heads = await publications.all(slug)
    const previous = inOrder(study!, heads, await reportsIn(context.store).all(slug))
    const before = await seenToo(slug, previous, heads, publications, study!.digest)
    const { questionnaire, digest } = study!
    const counted = withAside && (await asideIn(context.store, slug)).size > 0
    return { questionnaire, digest, ...(await statementToday(study!, before, at, counted)) }
  },
})
