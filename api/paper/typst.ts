/**
 * Documents are set by Typst, one at a time, each in a process of its own: the memory Typst takes comes back only when
 * its process ends.
 */
import { fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Setting = {
  source: string
  data: Record<string, unknown>
  /** Texts to scan: they are drawn in the process of the document, which finds them as `data.squares`. */
  squares?: readonly string[]
}
export type Outcome = { pdf: Uint8Array } | { error: string }

const patienceMs = 120_000

/** Nothing of the server's settings, but where code that was compiled once is kept: under a folder of this Node. */
const compiled = getCompileCacheDir()
const env = compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) }

let last: Promise<unknown> = Promise.resolve()

/**
 * Sets a document, after those that were asked for before.
 *
 * @param setting a Typst source that reads `sys.inputs.data`, and that data: texts reach it as data, never as markup
 * @returns a tagged PDF (PDF/UA-1)
 * @throws Error with Typst's own words when the source does not compile, or when it takes more than two minutes
 */
export function pdfOf(setting: Setting): Promise<Uint8Array> {
  const mine = last.then(() => set(setting))
  last = mine.catch(() => {})
  return mine
}

async function set(setting: Setting): Promise<Uint8Array> {
  const outcome = await new Promise<Outcome>((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./typst-process.ts', import.meta.url)), {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env,
      timeout: patienceMs,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('message', (message) => resolve(message as Outcome))
    child.once('error', reject)
    // after its message this changes nothing
    child.once('exit', (code, signal) => resolve({ error: `its process ended: ${code ?? signal}` }))
    child.send(setting)
  })
  if ('error' in outcome) throw new Error(`the document cannot be set: ${outcome.error}`)
  return outcome.pdf
}
