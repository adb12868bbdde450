/** The body of one thread of the pool: reads a questionnaire, says what may be told of it. */
import { parentPort, workerData } from 'node:worker_threads'
import { openHouse } from '../house.ts'
import { studiesIn } from '../studies.ts'
import type { Answer, Order } from './pool.ts'
import { publicationsIn } from './publications.ts'
import { inOrder, reportsIn, toldToday } from './statements.ts'

const house = await openHouse(workerData, () => new Date())
const say = (answer: Answer) => parentPort!.postMessage(answer)

parentPort!.on('message', async ({ slug, at }: Order) => {
  try {
    const [study] = await studiesIn(house, slug, (read) => say({ read }))
    const publications = await publicationsIn(house.store).all(slug)
    const before = inOrder(study!, publications, await reportsIn(house.store).all(slug))
    const { questionnaire, digest } = study!
    say({ told: { questionnaire, digest, ...(await toldToday(study!, before, at)) } })
  } catch (error) {
    say({ failure: error instanceof Error ? `${error.name}: ${error.message}` : 'unexpected' })
  }
})
