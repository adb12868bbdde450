/** The only place that knows the Typst compiler. */
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { Press } from './pdf.ts'

const { markup, data, fonts, day } = workerData as Press
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] })
const compiled = compiler.compile({ mainFileContent: markup, inputs: { data: JSON.stringify(data) } })
if (compiled.result === null) throw new Error(faultsOf(compiled.takeError()))
const bytes = compiler.pdf(compiled.result, {
  pdfStandard: 'ua-1',
  creationTimestamp: Date.parse(`${day}T12:00:00Z`) / 1000,
})
parentPort?.postMessage(new Uint8Array(bytes))

function faultsOf(error: NodeError | null): string {
  if (error === null) return 'no document and no reason'
  const faults = compiler.fetchDiagnostics(error) as { message?: string }[]
  return faults.map(({ message }) => message ?? '').join(' ; ')
}
