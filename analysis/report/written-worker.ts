/** The body of a thread that writes documents, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { writers } from './writers.ts'
import type { Commission, Delivery } from './written.ts'

const { files, manuscript } = workerData as Commission
for (const file of files) {
  const content = await writers.find((writer) => writer.file === file)!.write(manuscript)
  parentPort!.postMessage({ file, content } satisfies Delivery)
}
