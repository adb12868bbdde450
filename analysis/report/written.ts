/** Documents written side by side: those that take a while each in a thread, so that whoever asks goes on meanwhile. */
import { Worker } from 'node:worker_threads'
import type { Manuscript, Writer } from './writers.ts'

/** What a thread is given. */
export type Commission = { files: readonly string[]; manuscript: Manuscript }
/** What it says, once a document. */
export type Delivery = { file: string; content: Uint8Array | string }

/**
 * @param deliver called once a document, in the order in which they are ready
 * @throws Error of the writer that failed
 */
export async function written(
  chosen: readonly Writer[],
  manuscript: Manuscript,
  deliver: (delivery: Delivery) => void,
): Promise<void> {
  const threads = Map.groupBy(
    chosen.filter(({ thread }) => thread !== undefined),
    ({ thread }) => thread,
  )
  const apart = [...threads.values()].map((own) =>
    inThread({ files: own.map(({ file }) => file), manuscript }, deliver),
  )
  const here = chosen
    .filter(({ thread }) => thread === undefined)
    .map(async (writer) => deliver({ file: writer.file, content: await writer.write(manuscript) }))
  await Promise.all([...apart, ...here])
}

function inThread(commission: Commission, deliver: (delivery: Delivery) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./written-worker.ts', import.meta.url), { workerData: commission })
    let left = commission.files.length
    worker.on('message', (delivery: Delivery) => {
      deliver(delivery)
      left -= 1
    })
    worker.once('error', reject)
    worker.once('exit', () => (left === 0 ? resolve() : reject(new Error('the thread ended before its documents'))))
  })
}
