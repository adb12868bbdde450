/** « Ce que vous nous avez dit » as a PDF of two pages, tagged for PDF/UA-1. */
import { ribbonDrawing } from '../html/chart-image.ts'
import { typesetPdf } from '../pdf/pdf.ts'
import type { PublicPages } from './public.ts'
import { publicTemplate } from './template.ts'

/** Same pages and fonts, same bytes. */
export function publicPdf(pages: PublicPages, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  const [year, month, day] = pages.day.split('-').map(Number)
  const data = { ...pages, ribbon: ribbonDrawing(pages.ribbon).svg, date: { year, month, day } }
  return typesetPdf({ markup: publicTemplate, data, fonts, day: pages.day })
}
