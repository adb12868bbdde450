/** « Ce que vous nous avez dit » as a PDF of a few pages, tagged for PDF/UA-1. */
import { barDrawing, ribbonDrawing } from '../html/chart-image.ts'
import { typesetPdf } from '../pdf/pdf.ts'
import type { PublicItem, PublicPages } from './public-pages.ts'
import { publicTemplate } from './template.ts'

/** Same pages and fonts, same bytes. @param fonts with the Arabic ones where the page is in Arabic */
export function publicPdf(pages: PublicPages, fonts: readonly Uint8Array[]): Promise<Uint8Array> {
  const [year, month, day] = pages.day.split('-').map(Number)
  const data = {
    ...pages,
    region: pages.tag === 'fr' ? 'FR' : null,
    pages: pages.pages.map((page) => ({ ...page, bars: barsOf(page), note: page.picture?.note ?? '' })),
    items: pages.items.map((item) => ({ ...item, bars: barsOf(item), note: item.picture?.note ?? '' })),
    ribbon: ribbonDrawing(pages.ribbon).svg,
    date: { year, month, day },
  }
  return typesetPdf({ markup: publicTemplate, data, fonts, day: pages.day, hasArabic: pages.language === 'ar' })
}

const barsOf = ({ picture }: PublicItem) =>
  (picture?.bars ?? []).map(({ label, text, interval, estimate, isUncertain }) => ({
    label,
    text,
    interval,
    svg: barDrawing(estimate, picture!.end, isUncertain, '#eceae4').svg,
  }))
