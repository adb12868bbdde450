/** The PDF writer: A4 pages tagged for PDF/UA-1, made by Typst in a worker so that nothing else waits. */
import { Worker } from 'node:worker_threads'
import type { Report } from '../tree.ts'
import { type Paper, paperOf } from './paper.ts'
import { reportTemplate, template } from './pdf-template.ts'

/** What the worker needs: the template, the words as data, the TrueType fonts, the day. */
export type Press = { markup: string; data: unknown; fonts: readonly Uint8Array[]; day: string }

/**
 * The report as PDF. Same report and fonts, same bytes.
 *
 * @throws Error when the compiler finds a fault, of PDF/UA-1 too, with its own words
 */
export const pdf = (report: Report, fonts: readonly Uint8Array[]): Promise<Uint8Array> =>
  press({ markup: template + reportTemplate, data: paperOf(report) satisfies Paper, fonts, day: report.date })

/** Any document of the press: markup is ours, every word of others is in `data`. */
export function press(order: Press): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { workerData: order })
    worker.once('message', (bytes: Uint8Array) => resolve(bytes))
    worker.once('error', (cause) => reject(new Error(`pdf: ${cause.message}`, { cause })))
    worker.once('exit', () => reject(new Error('pdf: the worker ended without a document')))
  })
}
