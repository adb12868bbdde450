/** The PDF writer: A4 pages tagged for PDF/UA-1, made by Typst in a worker so that nothing else waits. */
import { threadOf } from '../../threads/thread.ts'
import type { Report } from '../tree.ts'
import { type Paper, paperOf } from './paper.ts'
import { reportTemplate, template } from './pdf-template.ts'
import { printableIn } from './printable.ts'

/** What the worker needs: the template, the words as data, the TrueType fonts, the day; whether the fonts have Arabic. */
export type PdfInput = {
  markup: string
  data: unknown
  fonts: readonly Uint8Array[]
  day: string
  hasArabic?: boolean
}
export type PdfTasks = { document: { input: PdfInput; note: never; output: Uint8Array } }

/**
 * The report as PDF. Same report and fonts, same bytes.
 *
 * @throws Error when the compiler finds a fault, of PDF/UA-1 too, with its own words
 */
export const pdf = (report: Report, fonts: readonly Uint8Array[]): Promise<Uint8Array> =>
  typesetPdf({ markup: template + reportTemplate, data: paperOf(report) satisfies Paper, fonts, day: report.date })

/** Typesets any document: the markup comes from this product, every word of others is in `data`. */
export async function typesetPdf(order: PdfInput): Promise<Uint8Array> {
  const errorOf = (_: string, message: string) => new Error(`pdf: ${message}`)
  // A thread for each document: the compiler never gives back the memory of the last one
  const thread = threadOf<PdfTasks>(new URL('./pdf-worker.ts', import.meta.url), { errorOf })
  try {
    return await thread.ask('document', { ...order, data: printableIn(order.data, order.hasArabic) })
  } finally {
    await thread.close()
  }
}
