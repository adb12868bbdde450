/** The only file that imports the Typst compiler. */
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { serve } from '../../threads/serve.ts'
import type { PdfInput, PdfTasks } from './pdf.ts'

serve<PdfTasks>({ document: compiled })

function compiled({ markup, data, fonts, day }: PdfInput): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] })
  const made = compiler.compile({ mainFileContent: markup, inputs: { data: JSON.stringify(data) } })
  if (made.result === null) throw new Error(faultsOf(compiler, made.takeError()))
  const creationTimestamp = Date.parse(`${day}T12:00:00Z`) / 1000
  return new Uint8Array(compiler.pdf(made.result, { pdfStandard: 'ua-1', creationTimestamp }))
}

function faultsOf(compiler: NodeCompiler, error: NodeError | null): string {
  if (error === null) return 'no document and no reason'
  const faults = compiler.fetchDiagnostics(error) as { message?: string }[]
  return faults.map(({ message }) => message ?? '').join(' ; ')
}
