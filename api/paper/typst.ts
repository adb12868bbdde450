/** Documents are set by Typst in a thread of their own: a batch takes seconds, and the door stays open meanwhile. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export type Setting = { source: string; data: unknown }

/**
 * Sets a document.
 *
 * @param setting a Typst source that reads `sys.inputs.data`, and that data: texts reach it as data, never as markup
 * @returns a tagged PDF (PDF/UA-1)
 * @throws Error with Typst's own words when the source does not compile
 */
export async function pdfOf(setting: Setting): Promise<Uint8Array> {
  const thread = new Worker(new URL('./typst-worker.ts', import.meta.url), {
    workerData: { source: setting.source, data: JSON.stringify(setting.data) },
  })
  const [told] = (await once(thread, 'message')) as [{ pdf: Uint8Array } | { error: string }]
  if ('error' in told) throw new Error(`the document cannot be set: ${told.error}`)
  return told.pdf
}
