/** The body of one thread of the pool: reads a questionnaire, says what may be told of it. */
import { parentPort, workerData } from 'node:worker_threads'
import { openContext } from '../context.ts'
import { asideIn } from '../fieldwork/reviews.ts'
import { studiesIn } from '../responses/studies.ts'
import type { Answer, Order } from './pool.ts'
import { publicationsIn } from './publications.ts'
import { seenToo } from './screens.ts'
import { inOrder, reportsIn, toldToday } from './statements.ts'

const context = await openContext(workerData, () => new Date())
const say = (answer: Answer) => parentPort!.postMessage(answer)

parentPort!.on('message', async ({ slug, at, withAside = false }: Order) => {
  try {
    const [study] = await studiesIn(context, slug, (read) => say({ read }), null, withAside)
    const publications = publicationsIn(context.store)
    const heads = await publications.all(slug)
    const told = inOrder(study!, heads, await reportsIn(context.store).all(slug))
    const before = await seenToo(slug, told, heads, publications, study!.digest)
    const { questionnaire, digest } = study!
    const counted = withAside && (await asideIn(context.store, slug)).size > 0
    say({ told: { questionnaire, digest, ...(await toldToday(study!, before, at, counted)) } })
  } catch (error) {
    say({ failure: error instanceof Error ? `${error.name}: ${error.message}` : 'unexpected' })
  }
})
