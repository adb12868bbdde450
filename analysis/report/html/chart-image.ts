/** The drawings of svg.ts as files that stand alone: SVG for the PDF, PNG for the DOCX; the same lines in both. */
import { fileURLToPath } from 'node:url'
import { Resvg, renderAsync } from '@resvg/resvg-js'
import { bands } from '../../../surveys/questionnaire/week.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { clock } from '../../text/format.ts'
import type { WeekLayer } from '../tree.ts'
import { bar, defs, ribbon, week } from './svg.ts'

export type Drawing = { svg: string; width: number; height: number }

const family = 'IBM Plex Sans'
const fontFiles = ['400Regular/IBMPlexSans_400Regular.ttf', '700Bold/IBMPlexSans_700Bold.ttf'].map((name) =>
  fileURLToPath(new URL(`../../../node_modules/@expo-google-fonts/ibm-plex-sans/${name}`, import.meta.url)),
)
const dayNames = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.']
const edges = [...new Set(bands.flatMap((band) => [band.from, band.to]))].sort((a, b) => a - b)

/** A file read by an image library knows nothing of the patterns of the page around it. */
export const alone = (inside: string, width: number, height: number, hasPatterns = true): Drawing => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${hasPatterns ? defs : ''}${inside}</svg>`,
  width,
  height,
})

/** The bar of one line of a table; on a ground that shows the whole, when it stands alone. */
export function barDrawing(estimate: MaybeEstimate, end: number, uncertain: boolean, ground?: string): Drawing {
  const drawn = bar(estimate, end, uncertain)
  const behind = ground === undefined ? '' : `<rect y="4" width="146" height="12" rx="2" fill="${ground}"/>`
  return alone(`<g transform="translate(2 0)">${behind}${sized(drawn, 146, 20)}</g>`, 150, 20, drawn.includes('url('))
}

/** One layer of the week, with its days and hours written around. */
export function weekDrawing(layer: WeekLayer): Drawing {
  const [left, top, width, height] = [34, 4, 560, 140]
  const days = dayNames.map((day, at) => label(left - 6, top + at * 20 + 14, day, 'end'))
  const hours = Array.from({ length: 9 }, (_, at) =>
    label(left + (at / 8) * width, top + height + 14, clock(at * 6), at === 8 ? 'end' : at === 0 ? 'start' : 'middle'),
  )
  const cells = `<g transform="translate(${left} ${top})">${sized(week(layer, edges), width, height)}</g>`
  return alone(`${cells}${days.join('')}${hours.join('')}`, left + width + 6, top + height + 22)
}

/** The ribbon of the cover; white cells for a ground of the accent colour, or on that ground. */
export function ribbonDrawing(values: number[][] | null, ground?: string): Drawing {
  const drawn = ribbon(values).replace('<svg ', '<svg width="480" height="126" ')
  const behind = ground === undefined ? '' : `<rect width="480" height="126" fill="${ground}"/>`
  return alone(behind + drawn, 480, 126, false)
}

/** @param scale pixels for one unit of the drawing */
export const png = (drawing: Drawing, scale: number): Uint8Array =>
  new Resvg(drawing.svg, rendered(drawing, scale)).render().asPng()

/** The same, beside what the server is asked meanwhile. */
export const pngLater = async (drawing: Drawing, scale: number): Promise<Uint8Array> =>
  (await renderAsync(drawing.svg, rendered(drawing, scale))).asPng()

function rendered({ svg, width }: Drawing, scale: number) {
  // The library takes fonts as files only, and reads them at each drawing: for those with words alone
  const words = svg.includes('<text') ? { fontFiles, defaultFontFamily: family } : {}
  return {
    fitTo: { mode: 'width' as const, value: Math.round(width * scale) },
    font: { loadSystemFonts: false, ...words },
  }
}

/** A drawing made for a page takes all the width it finds: here the width is given. */
export const sized = (svg: string, width: number, height: number) =>
  svg.replace('width="100%"', `width="${width}" viewBox="0 0 ${width} ${height}"`)

const label = (x: number, y: number, words: string, anchor: string) =>
  `<text x="${x}" y="${y}" font-family="${family}" font-size="11" fill="#565c69" text-anchor="${anchor}">${words}</text>`
