/** Writes documents side by side: each slow one in a thread of its own, so that the process serves others meanwhile. */
import { authority } from '../../surveys/authority/in-force.ts'
import type { Authority } from '../../surveys/authority/schema.ts'
import { threadOf } from '../threads/thread.ts'
import type { Writer, WriterInput } from './writers.ts'

/** What a thread receives. */
export type Commission = { files: readonly string[]; input: Omit<WriterInput, 'report'>; authority: Authority }
/** What it sends back, once per document. */
export type Delivery = { file: string; content: Uint8Array | string }
export type WritingTasks = { write: { input: Commission; note: Delivery; output: null } }

/**
 * @param deliver called once a document, in the order in which they are ready
 * @param then the authority whose plan and words the documents have, where it is not the one in force: all are then written in threads
 * @throws Error of the writer that failed
 */
export async function writeDocuments(
  chosen: readonly Writer[],
  input: WriterInput,
  deliver: (delivery: Delivery) => void,
  then: Authority | null = null,
): Promise<void> {
  const isApart = ({ thread }: Writer) => thread !== undefined || then !== null
  const threads = Map.groupBy(chosen.filter(isApart), ({ thread }) => thread)
  const { report: _, ...sent } = input
  const apart = [...threads.values()].map((own) =>
    inThread({ files: own.map(({ file }) => file), input: sent, authority: then ?? authority() }, deliver),
  )
  const here = chosen
    .filter((writer) => !isApart(writer))
    .map(async (writer) => deliver({ file: writer.file, content: await writer.write(input) }))
  await Promise.all([...apart, ...here])
}

async function inThread(commission: Commission, onNote: (delivery: Delivery) => void): Promise<void> {
  const errorOf = (_: string, message: string) => new Error(message)
  const thread = threadOf<WritingTasks>(new URL('./write-documents-worker.ts', import.meta.url), { errorOf })
  try {
    await thread.ask('write', commission, { onNote })
  } finally {
    await thread.close()
  }
}
