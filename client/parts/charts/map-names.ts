/** The names of zones on their map, none over another. */
import type { Chart, Plugin } from 'chart.js'
import { type Feature, type Position, piecesOf, zoneEdges } from '../../../surveys/charts/zone-shapes.ts'
import { twoLines } from './bars.ts'
import { arrowOf } from './established.ts'
import type { Palette } from './palette.ts'
import type { MapSpec } from './specs.ts'

/** The zone under the pointer, by the commune it is on; null = none. */
export function pointedIn(
  chart: Pick<Chart, 'getActiveElements'>,
  features: readonly Feature[],
  places: MapSpec['places'],
): string | null {
  const [hit] = chart.getActiveElements()
  return (hit && places.get(features[hit.index]!.properties.code)?.name) ?? null
}

/**
 * The name and figure of each zone in its largest piece, and its name in the others: one that lies apart would be read as its
 * neighbour. Of the zone pointed at, every piece has the figure. A name that would cover another is left to the list beside.
 */
export function names(features: Feature[], places: MapSpec['places'], shown: string | null, palette: Palette): Plugin {
  const zoneOf = (code: string) => places.get(code)?.name ?? null
  const pieces = piecesOf(features, zoneOf)
  const edges = zoneEdges(features, zoneOf)
  const all = pieces.map((piece, at) => ({
    ...piece,
    isLargest: pieces.findIndex(({ zone }) => zone === piece.zone) === at,
  }))
  return {
    id: 'names',
    afterDatasetsDraw(chart) {
      const { data } = chart.getDatasetMeta(0)
      const { ctx } = chart
      ctx.save()
      Object.assign(ctx, { textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', lineWidth: 5 })
      ctx.strokeStyle = palette.surface
      ctx.fillStyle = palette.ink
      const { projection } = chart.scales.projection as unknown as { projection: (point: Position) => Position | null }
      const ends = edges.flat().flatMap((end) => {
        const at = projection(end)
        return at ? [at] : []
      })
      const taken: Box[] = []
      const pointed = pointedIn(chart, features, places) ?? shown
      const rank = ({ zone, isLargest }: (typeof all)[number]) => 2 * Number(zone === pointed) + Number(isLargest)
      for (const { zone, communes, isLargest } of all.toSorted((a, b) => rank(b) - rank(a))) {
        const { short, side } = places.get(features[communes[0]!]!.properties.code)!
        const [figure, ...others] = short.split('\n')
        const isWhole = isLargest || zone === pointed
        const lines = [
          twoLines(zone, nameLetters),
          ...(isWhole ? [`${figure} ${arrowOf(side)}`.trim(), ...others] : []),
        ].flat()
        const halfWidth = Math.max(...lines.map((text) => ctx.measureText(text).width)) / 2
        const halfHeight = (lines.length * lineHeight) / 2
        const points = communes.map((at) => {
          const { x, y } = (data[at] as unknown as { getCenterPoint(): Point }).getCenterPoint()
          // a long name stays within the picture
          return { x: Math.min(Math.max(x, halfWidth + 4), chart.width - halfWidth - 4), y }
        })
        const box = clearest(points, ends, { halfWidth, halfHeight }, taken)
        if (!box) continue
        taken.push(box)
        for (const [row, text] of lines.entries()) {
          const y = box.y + (row - (lines.length - 1) / 2) * lineHeight
          ctx.strokeText(text, box.x, y)
          ctx.fillText(text, box.x, y)
        }
      }
      ctx.restore()
    },
  }
}

const lineHeight = 17
/** Letters of a line of a name: a long one stands on two. */
const nameLetters = 15

type Point = { x: number; y: number }
type Size = { halfWidth: number; halfHeight: number }
type Box = Point & Size

/** The point whose label, of this size, lies furthest from every end of a border; null when it would cover one of `taken` everywhere. */
export function clearest(
  points: readonly Point[],
  ends: readonly Position[],
  size: Size,
  taken: readonly Box[] = [],
): Box | null {
  const { halfWidth, halfHeight } = size
  const room = ({ x, y }: Point) =>
    Math.min(...ends.map(([endX, endY]) => Math.max(Math.abs(endX - x) / halfWidth, Math.abs(endY - y) / halfHeight)))
  const isFree = ({ x, y }: Point) =>
    taken.every(
      (box) => Math.abs(box.x - x) >= box.halfWidth + halfWidth || Math.abs(box.y - y) >= box.halfHeight + halfHeight,
    )
  const [best] = points
    .filter(isFree)
    .map((point) => ({ point, room: room(point) }))
    .toSorted((a, b) => b.room - a.room)
  return best ? { ...best.point, ...size } : null
}
