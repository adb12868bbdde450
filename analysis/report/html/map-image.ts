/** The map of the zones as SVG text: the same drawing in the page and in the PDF. */
import { knownEnd, shadedAs, signed } from '../../../surveys/charts/known.ts'
import { mapEnds, shadeMark } from '../../../surveys/charts/marks.ts'
import { piecesOf } from '../../../surveys/charts/zone-shapes.ts'
import type { MaybeEstimate } from '../../estimates/estimate.ts'
import { cell } from '../../text/format.ts'
import type { ZoneMap } from '../tree.ts'
import { alone, type Drawing } from './chart-image.ts'
import { ends, planeOf } from './plane.ts'
import { shade } from './svg.ts'

const width = 460

/**
 * Zones from west to east as they lie, each in its border and with its figure; what is too small is hatched grey. A piece of a
 * zone that lies apart has its name again, or its figure in a drawing without names: it would be read as its neighbour.
 *
 * @param figureOf what stands on a zone
 * @param written a name as the page takes it, its signs escaped; null = the drawing is too small for names
 */
export function mapDrawing(
  { zones }: ZoneMap,
  figureOf: (estimate: MaybeEstimate) => string = cell,
  written: ((name: string) => string) | null = null,
): Drawing {
  const plane = planeOf(
    zones.flatMap(({ rings }) => rings),
    width,
  )
  const at = (point: readonly [number, number]) => plane.at(point).map(round) as [number, number]
  const drawn = zones.map(({ rings, estimate, uncertain }) => {
    const path = rings.map((ring) => `M${ring.map((point) => at(point).join(' ')).join('L')}Z`).join('')
    const { level, isHatched } = shadeMark(shadedAs(estimate), uncertain, mapEnds)
    const fill = level === null ? 'url(#secret)' : shade('needed', level)
    const over = isHatched ? `<path d="${path}" fill="url(#hatch-map)" fill-opacity="0.7"/>` : ''
    // the border shows on the neighbours alone: what is drawn next covers the lines between communes
    const border = `<path d="${path}" fill="none" stroke="#1b1f2a" stroke-width="5" stroke-linejoin="round"/>`
    return `${border}<path d="${path}" fill="${fill}" stroke="${fill.startsWith('url') ? '#a9a69d' : fill}" stroke-width="1"/>${over}`
  })
  const named = zones.flatMap(({ name, rings, estimate }) =>
    piecesIn(rings).map((piece, order) => {
      const [x, y] = inside(piece.map((ring) => middle(ring.map(at))))
      const text = known(estimate, figureOf)
      if (written === null) return onZone(text, x, y + (order === 0 ? 13 : 10), order === 0 ? 38 : 28)
      const lines = nameLines(name).map((line, row) => {
        // a long name is kept within the drawing
        const half = line.length * 5.5
        return onZone(
          written(line),
          Math.min(Math.max(x, half), width + 8 - half),
          y + (order === 0 ? 38 : 7) + row * 20,
          20,
        )
      })
      return [...(order === 0 ? [onZone(text, x, y + 13, 38)] : []), ...lines].join('')
    }),
  )
  return alone(drawn.join('') + named.join(''), width + 8, plane.height + 8)
}

/** A long name stands on two lines: on one, it lay over the figure of the next zone. */
function nameLines(name: string): string[] {
  if (name.length <= 15) return [name]
  const cut = [...name.slice(0, 16)].findLastIndex((letter) => letter === '-' || letter === ' ')
  return cut < 0 ? [name] : [name.slice(0, cut + 1).trim(), name.slice(cut + 1)]
}

/** The communes of a zone that touch one another, the largest block first. */
type Ring = ZoneMap['zones'][number]['rings'][number]
function piecesIn(rings: readonly Ring[]): Ring[][] {
  const features = rings.map((ring, at) => ({
    properties: { code: String(at) },
    geometry: { type: 'Polygon', coordinates: [closed(ring)] },
  }))
  return piecesOf(features, () => '').map(({ communes }) => communes.map((at) => rings[at]!))
}

const closed = (ring: Ring): Ring => (String(ring[0]) === String(ring.at(-1)) ? ring : [...ring, ring[0]!])

/** Degrees in whole steps of some ten metres. */
const fine = 10_000

/** In the order in which their figures are read on the drawing, from its top down. */
export const downward = (zones: ZoneMap['zones']): ZoneMap['zones'] => {
  const latitudeOf = ({ rings }: ZoneMap['zones'][number]) =>
    inside(piecesIn(rings)[0]!.map((ring) => middle(ring.map(([x, y]): [number, number] => [x * fine, y * fine]))))[1]
  return zones.toSorted((a, b) => latitudeOf(b) - latitudeOf(a))
}

function known(estimate: MaybeEstimate, figureOf: (estimate: MaybeEstimate) => string): string {
  const end = knownEnd(estimate)
  return end && estimate.value !== null ? signed(end, (value) => figureOf({ ...estimate, value })) : figureOf(estimate)
}

const onZone = (text: string, x: number, y: number, size: number): string =>
  `<text x="${x}" y="${y}" font-family="IBM Plex Sans" font-size="${size}" font-weight="700" fill="#1b1f2a" stroke="#fbfaf7" stroke-width="${Math.round(size / 4)}" stroke-linejoin="round" paint-order="stroke" text-anchor="middle">${text}</text>`

const round = (value: number) => Math.round(value * 10) / 10
const middle = (points: [number, number][]): [number, number] => {
  const [left, right] = ends(points.map(([x]) => x))
  const [top, bottom] = ends(points.map(([, y]) => y))
  return [round((left + right) / 2), round((top + bottom) / 2)]
}
/** The commune nearest to the middle of its zone: a place that is in the zone, whatever its shape. */
function inside(middles: [number, number][]): [number, number] {
  const [x, y] = middle(middles)
  const distance = ([left, top]: [number, number]) => Math.hypot(left - x, top - y)
  return middles.toSorted((a, b) => distance(a) - distance(b))[0] ?? [x, y]
}
