/** The body of the analysis thread: one question at a time, each answered with its id. */
import { parentPort, workerData } from 'node:worker_threads'
import { openHouse } from '../house.ts'
import { fieldworkIn } from './fieldwork.ts'
import { publishNow } from './publish.ts'
import type { Question, Said } from './thread.ts'

const house = await openHouse(workerData, () => new Date())
const fieldwork = fieldworkIn(house)
const say = (said: Said) => parentPort!.postMessage(said)

let before: Promise<void> = Promise.resolve()
parentPort!.on('message', ({ id, question }: { id: number; question: Question }) => {
  before = before.then(() => answer(id, question))
})

async function answer(id: number, question: Question): Promise<void> {
  try {
    const value =
      question.kind === 'fieldwork'
        ? await fieldwork(question.slug)
        : await publishNow(house, question.slug, question.by, question.at, (done, total) => say({ id, done, total }))
    say({ id, value })
  } catch (error) {
    say({ id, failure: error instanceof Error ? `${error.name}: ${error.message}` : 'unexpected' })
  }
}
