/** The process behind typst.ts: one document, then it ends. */

import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { qrCode } from '../http/qr-code.ts'
import type { Outcome, Setting } from './typst.ts'

const require = createRequire(import.meta.url)
const folder = (name: string) => dirname(require.resolve(`${name}/package.json`))
const fontPaths = [folder('@expo-google-fonts/ibm-plex-sans'), folder('@expo-google-fonts/noto-naskh-arabic')]

process.once('message', async ({ source, data, squares = [] }: Setting) => {
  const drawn = await Promise.all(squares.map(squareOf))
  process.send!(compile(source, JSON.stringify({ ...data, squares: drawn })), () => process.disconnect())
})

const squareOf = (text: string) => qrCode(text, { margin: 0, level: 'M' })

function compile(source: string, data: string): Outcome {
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] })
  const compiled = compiler.compile({ mainFileContent: source, inputs: { data } })
  const { result } = compiled
  if (result === null) {
    const error = compiled.takeDiagnostics()
    return { error: JSON.stringify(error ? compiler.fetchDiagnostics(error) : []).slice(0, 2_000) }
  }
  // 'ua-1' by its value: the package declares a const enum, which erased types cannot read
  return { pdf: Uint8Array.from(compiler.pdf(result, { pdfStandard: 'ua-1' as never })) }
}
