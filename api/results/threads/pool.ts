/** The questionnaires of a report, as many at once as the machine has cores: each read and assessed in a thread of its own. */
import { availableParallelism } from 'node:os'
import { threadOf } from '../../../analysis/threads/thread.ts'
import type { StoreAccess } from '../../config.ts'
import type { ReadStudy } from '../../responses/read-study.ts'
import type { Statement } from '../statements.ts'

/** What the thread of one questionnaire is given; `withAside`: what a person has set aside counts too. */
export type Order = { slug: string; at: string; withAside?: boolean }

export type AssessedStudy = {
  questionnaire: ReadStudy['questionnaire']
  digest: string
  statement: Statement
  isNew: boolean
  late: string | null
}

export type PoolTasks = { study: { input: Order; note: { read: number }; output: AssessedStudy } }

/**
 * @param orders the longest first: it sets the pace
 * @param step called with the responses read so far, in all
 * @returns in the order given
 * @throws Error when a thread fails
 */
export async function assessAll(
  { storeUrl, keyringPath }: StoreAccess,
  orders: readonly Order[],
  step: (responses: number) => void,
): Promise<AssessedStudy[]> {
  const assessed = new Array<AssessedStudy>(orders.length)
  const read = new Array<number>(orders.length).fill(0)
  let next = 0
  async function work(): Promise<void> {
    const data = { storeUrl, keyringPath }
    const thread = threadOf<PoolTasks>(new URL('./pool-worker.ts', import.meta.url), { data })
    try {
      while (next < orders.length) {
        const at = next++
        const onNote = ({ read: responses }: { read: number }) => {
          read[at] = responses
          step(read.reduce((sum, one) => sum + one, 0))
        }
        assessed[at] = await thread.ask('study', orders[at]!, { onNote })
      }
    } finally {
      await thread.close()
    }
  }
  await Promise.all(Array.from({ length: Math.min(orders.length, availableParallelism()) }, work))
  return assessed
}
