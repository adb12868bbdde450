/** Writes documents side by side: each slow one in a thread of its own, so that the process serves others meanwhile. */
import { threadOf } from '../threads/thread.ts'
import type { Writer, WriterInput } from './writers.ts'

/** What a thread receives. */
export type Commission = { files: readonly string[]; input: WriterInput }
/** What it sends back, once per document. */
export type Delivery = { file: string; content: Uint8Array | string }
export type WritingTasks = { write: { input: Commission; note: Delivery; output: null } }

/**
 * @param deliver called once a document, in the order in which they are ready
 * @throws Error of the writer that failed
 */
export async function written(
  chosen: readonly Writer[],
  input: WriterInput,
  deliver: (delivery: Delivery) => void,
): Promise<void> {
  const threads = Map.groupBy(
    chosen.filter(({ thread }) => thread !== undefined),
    ({ thread }) => thread,
  )
  const apart = [...threads.values()].map((own) => inThread({ files: own.map(({ file }) => file), input }, deliver))
  const here = chosen
    .filter(({ thread }) => thread === undefined)
    .map(async (writer) => deliver({ file: writer.file, content: await writer.write(input) }))
  await Promise.all([...apart, ...here])
}

async function inThread(commission: Commission, onNote: (delivery: Delivery) => void): Promise<void> {
  const errorOf = (_: string, message: string) => new Error(message)
  const thread = threadOf<WritingTasks>(new URL('./written-worker.ts', import.meta.url), { errorOf })
  try {
    await thread.ask('write', commission, { onNote })
  } finally {
    await thread.close()
  }
}
