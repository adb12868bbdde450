/** The map of the zones as SVG text: the same drawing in the page and in the PDF. */
import { knownEnd, shadedAs, signed } from '../../../surveys/charts/known.ts'
import { mapEnds, shadeMark } from '../../../surveys/charts/marks.ts'
import { wordsOn, zoneDrawing } from '../../../surveys/charts/zone-map.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { cell } from '../../text/format.ts'
import type { ZoneMap } from '../tree.ts'
import { alone, type Drawing } from './chart-image.ts'
import { shade } from './svg.ts'

/** A zone on its drawing. `text`: its figure; `level` null = too small, or waiting: hatched grey. */
export type ShadedZone = {
  name: string
  rings: ZoneMap['zones'][number]['rings']
  level: number | null
  isHatched: boolean
  text: string
}

/**
 * @param figureOf what stands on a zone
 * @param written a name as the page takes it, its signs escaped; null = the drawing is too small for names
 */
export const mapDrawing = (
  { zones }: Pick<ZoneMap, 'zones'>,
  figureOf: (estimate: MaybeEstimate) => string = cell,
  written: ((name: string) => string) | null = null,
): Drawing =>
  shadedDrawing(
    zones.map(({ name, rings, estimate, uncertain }) => ({
      ...{ name, rings, text: known(estimate, figureOf) },
      ...shadeMark(shadedAs(estimate), uncertain, mapEnds),
    })),
    written,
  )

/** Each zone in its border and with its figure. */
export function shadedDrawing(zones: readonly ShadedZone[], written: ((name: string) => string) | null): Drawing {
  const { width, height, zones: drawn } = zoneDrawing(zones)
  const shapes = drawn.map(({ path }, at) => {
    const { level, isHatched } = zones[at]!
    const fill = level === null ? 'url(#secret)' : shade('needed', level)
    const over = isHatched ? `<path d="${path}" fill="url(#hatch-map)" fill-opacity="0.7"/>` : ''
    // the border shows on the neighbours alone: what is drawn next covers the lines between communes
    const border = `<path d="${path}" fill="none" stroke="#1b1f2a" stroke-width="5" stroke-linejoin="round"/>`
    return `${border}<path d="${path}" fill="${fill}" stroke="${fill.startsWith('url') ? '#a9a69d' : fill}" stroke-width="1"/>${over}`
  })
  const words = drawn.flatMap((zone, at) => {
    const figure = zones[at]!.text
    return wordsOn(zone, figure, written !== null).map(({ text, x, y, size }) =>
      onZone(written === null || text === figure ? text : written(text), x, y, size),
    )
  })
  return alone(shapes.join('') + words.join(''), width, height)
}

function known(estimate: MaybeEstimate, figureOf: (estimate: MaybeEstimate) => string): string {
  const end = knownEnd(estimate)
  return end && estimate.value !== null ? signed(end, (value) => figureOf({ ...estimate, value })) : figureOf(estimate)
}

const onZone = (text: string, x: number, y: number, size: number): string =>
  `<text x="${x}" y="${y}" font-family="IBM Plex Sans" font-size="${size}" font-weight="700" fill="#1b1f2a" stroke="#fbfaf7" stroke-width="${Math.round(size / 4)}" stroke-linejoin="round" paint-order="stroke" text-anchor="middle">${text}</text>`
