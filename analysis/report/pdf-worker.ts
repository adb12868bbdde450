/** The only place that knows the Typst compiler. */
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Press } from './pdf.ts'

const { markup, data, fonts, day } = workerData as Press
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] })
const bytes = compiler.pdf(
  { mainFileContent: markup, inputs: { data: JSON.stringify(data) } },
  { pdfStandard: 'ua-1', creationTimestamp: Date.parse(`${day}T12:00:00Z`) / 1000 },
)
parentPort?.postMessage(new Uint8Array(bytes))
