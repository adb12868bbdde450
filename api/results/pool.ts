/** The questionnaires of a report, as many at once as the machine has cores: each read and told in a thread of its own. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ReadStudy } from '../responses/studies.ts'
import type { Statement } from './statements.ts'
import type { Place } from './thread.ts'

/** What the thread of one questionnaire is given; `withAside`: what a person has set aside counts too. */
export type Order = { slug: string; at: string; withAside?: boolean }

export type ToldStudy = {
  questionnaire: ReadStudy['questionnaire']
  digest: string
  statement: Statement
  isNew: boolean
  late: string | null
}

export type Answer = { read: number } | { told: ToldStudy } | { failure: string }

/**
 * @param orders the longest first: it sets the pace
 * @param step called with the sheets read so far, in all
 * @returns in the order given
 * @throws Error when a thread fails
 */
export async function tellAll(
  place: Place,
  orders: readonly Order[],
  step: (sheets: number) => void,
): Promise<ToldStudy[]> {
  const told = new Array<ToldStudy>(orders.length)
  const read = new Array<number>(orders.length).fill(0)
  let next = 0
  async function work(): Promise<void> {
    if (next >= orders.length) return
    const { storeUrl, keyringPath, standaloneAccepted } = place
    const workerData = { storeUrl, keyringPath, standaloneAccepted }
    const worker = new Worker(new URL('./pool-worker.ts', import.meta.url), { workerData })
    try {
      while (next < orders.length) {
        const at = next++
        told[at] = await ask(worker, orders[at]!, (sheets) => {
          read[at] = sheets
          step(read.reduce((sum, one) => sum + one, 0))
        })
      }
    } finally {
      await worker.terminate()
    }
  }
  await Promise.all(Array.from({ length: Math.min(orders.length, availableParallelism()) }, work))
  return told
}

function ask(worker: Worker, order: Order, step: (sheets: number) => void): Promise<ToldStudy> {
  return new Promise((resolve, reject) => {
    const hear = (answer: Answer) => {
      if ('read' in answer) return step(answer.read)
      worker.off('message', hear)
      worker.off('error', reject)
      if ('failure' in answer) reject(new Error(answer.failure))
      else resolve(answer.told)
    }
    worker.on('message', hear)
    worker.once('error', reject)
    worker.postMessage(order)
  })
}
