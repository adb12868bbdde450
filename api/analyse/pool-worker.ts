/** The body of one thread of the pool: reads a questionnaire, says what may be told of it. */
import { parentPort, workerData } from 'node:worker_threads'
import { asideIn } from '../fieldwork/reviews.ts'
import { openHouse } from '../house.ts'
import { studiesIn } from '../studies.ts'
import type { Answer, Order } from './pool.ts'
import { publicationsIn } from './publications.ts'
import { seenToo } from './screens.ts'
import { inOrder, reportsIn, toldToday } from './statements.ts'

const house = await openHouse(workerData, () => new Date())
const say = (answer: Answer) => parentPort!.postMessage(answer)

parentPort!.on('message', async ({ slug, at, withAside = false }: Order) => {
  try {
    const [study] = await studiesIn(house, slug, (read) => say({ read }), null, withAside)
    const publications = publicationsIn(house.store)
    const heads = await publications.all(slug)
    const told = inOrder(study!, heads, await reportsIn(house.store).all(slug))
    const before = await seenToo(slug, told, heads, publications, study!.digest)
    const { questionnaire, digest } = study!
    const counted = withAside && (await asideIn(house.store, slug)).size > 0
    say({ told: { questionnaire, digest, ...(await toldToday(study!, before, at, counted)) } })
  } catch (error) {
    say({ failure: error instanceof Error ? `${error.name}: ${error.message}` : 'unexpected' })
  }
})
