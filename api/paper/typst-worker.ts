/** The thread behind typst.ts: one document, then it ends. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const { source, data } = workerData as { source: string; data: string }
const require = createRequire(import.meta.url)
const folder = (name: string) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`))
const fontPaths = [folder('atkinson-hyperlegible'), folder('noto-naskh-arabic')]

const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] })
const compiled = compiler.compile({ mainFileContent: source, inputs: { data } })
const { result } = compiled
if (result === null) {
  const error = compiled.takeDiagnostics()
  const diagnostics = error ? compiler.fetchDiagnostics(error) : []
  parentPort!.postMessage({ error: JSON.stringify(diagnostics).slice(0, 2_000) })
} else {
  // 'ua-1' by its value: the package declares a const enum, which erased types cannot read
  const pdf = compiler.pdf(result, { pdfStandard: 'ua-1' as never })
  parentPort!.postMessage({ pdf: Uint8Array.from(pdf) })
}
