/** The map of the zones, as paths and words: the same drawing on screens, in documents and in pictures. */
import { levelOf, mapEnds } from './marks.ts'
import { ends, planeOf } from './plane.ts'
import { piecesOf, type Ring } from './zone-shapes.ts'

const width = 460

type Shaped = { name: string; rings: readonly Ring[] }
/** `largest`: of its zone, the others lie apart. `at`: a place inside it. */
type Piece = { isLargest: boolean; at: [x: number, y: number] }
export type DrawnZone = { name: string; path: string; pieces: Piece[] }
/** In the order of the zones. */
export type ZoneDrawing = { width: number; height: number; zones: DrawnZone[] }

/** Zones from west to east as they lie. */
export function zoneDrawing(zones: readonly Shaped[]): ZoneDrawing {
  const plane = planeOf(
    zones.flatMap(({ rings }) => rings),
    width,
  )
  const at = (point: readonly [number, number]) => plane.at(point).map(round) as [number, number]
  return {
    width: width + 8,
    height: plane.height + 8,
    zones: zones.map(({ name, rings }) => ({
      name,
      path: rings.map((ring) => `M${ring.map((point) => at(point).join(' ')).join('L')}Z`).join(''),
      pieces: piecesIn(rings).map((piece, order) => ({
        isLargest: order === 0,
        at: inside(piece.map((ring) => middle(ring.map(at)))),
      })),
    })),
  }
}

export type ZoneWords = { text: string; x: number; y: number; size: number }

/**
 * What stands on a zone: its figure, and its name where the drawing has room for names. A piece that lies apart has its name
 * again, or its figure in a drawing without names: it would be read as its neighbour.
 */
export function wordsOn({ name, pieces }: DrawnZone, figure: string, hasNames: boolean): ZoneWords[] {
  return pieces.flatMap(({ isLargest, at: [x, y] }): ZoneWords[] => {
    if (!hasNames) return [{ text: figure, x, y: y + (isLargest ? 13 : 10), size: isLargest ? 38 : 28 }]
    const lines = nameLines(name).map((text, row) => {
      // a long name is kept within the drawing
      const half = text.length * 5.5
      return {
        text,
        x: Math.min(Math.max(x, half), width + 8 - half),
        y: y + (isLargest ? 38 : 7) + row * 20,
        size: 20,
      }
    })
    return [...(isLargest ? [{ text: figure, x, y: y + 13, size: 38 }] : []), ...lines]
  })
}

/** A long name stands on two lines: on one, it lay over the figure of the next zone. */
function nameLines(name: string): string[] {
  if (name.length <= 15) return [name]
  const cut = [...name.slice(0, 16)].findLastIndex((letter) => letter === '-' || letter === ' ')
  return cut < 0 ? [name] : [name.slice(0, cut + 1).trim(), name.slice(cut + 1)]
}

/** The communes of a zone that touch one another, the largest block first. */
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
export const downward = <Zone extends Shaped>(zones: readonly Zone[]): Zone[] => {
  const latitudeOf = ({ rings }: Zone) =>
    inside(piecesIn(rings)[0]!.map((ring) => middle(ring.map(([x, y]): [number, number] => [x * fine, y * fine]))))[1]
  return zones.toSorted((a, b) => latitudeOf(b) - latitudeOf(a))
}

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

/** Classes that do not move with the figures shown: fifths of the whole for shares, of a round end for other numbers. */
export function mapClasses(values: readonly (number | null)[], isShare: boolean): { end: number; text: string }[] {
  if (isShare)
    return [...mapEnds, Number.POSITIVE_INFINITY].map((end, at) => {
      const from = Math.round((mapEnds[at - 1] ?? 0) * 100)
      const to = Math.round(end * 100)
      return { end, text: at === 0 ? `< ${to} %` : end > 1 ? `≥ ${from} %` : `${from}–${to} %` }
    })
  const largest = Math.max(1, ...values.map((value) => value ?? 0))
  const power = 10 ** Math.floor(Math.log10(largest))
  const step = (Math.ceil((2 * largest) / power) / 2) * power * 0.2
  const french = (value: number) => value.toLocaleString('fr-FR', { maximumFractionDigits: 1 })
  return [1, 2, 3, 4, 5].map((at) => ({
    end: at === 5 ? Number.POSITIVE_INFINITY : at * step,
    text: `${french((at - 1) * step)}–${french(at * step)}`,
  }))
}

/** Shade of a value, 1 to 5; 0 = nobody, or no figure. */
export function mapLevel(value: number | null, all: readonly (number | null)[], isShare: boolean): number {
  if (value === null || value <= 0) return 0
  if (isShare) return levelOf(value, mapEnds)
  return 1 + mapClasses(all, isShare).findIndex(({ end }) => value < end - 1e-9)
}
