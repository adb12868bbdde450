/** Zones as shapes made of communes: where one ends, and its pieces. */
export type Position = [longitude: number, latitude: number]
/** Points of [longitude, latitude]. */
export type Ring = readonly (readonly [number, number])[]
/** A commune as GeoJSON has it: Polygon or MultiPolygon. */
export type Feature = { properties: { code: string }; geometry: { type: string; coordinates: unknown } }

type ZoneOf = (code: string) => string | null
type Edge = { ends: [Position, Position]; features: number[] }

export const ringsOf = ({ geometry: { type, coordinates } }: Feature): Position[][] =>
  type === 'Polygon' ? (coordinates as Position[][]) : (coordinates as Position[][][]).flat()

/** Decimals of a degree within which two ends are one: about a metre. */
const decimals = 5

/** Every side of the outlines once, with the communes it bounds. */
function edgesOf(features: readonly Feature[]): Edge[] {
  const found = new Map<string, Edge>()
  for (const [index, feature] of features.entries())
    for (const ring of ringsOf(feature))
      for (const [at, to] of ring.entries()) {
        const from = ring[at - 1]
        if (!from) continue
        const key = [from, to]
          .map((point) => point.map((one) => one.toFixed(decimals)).join())
          .toSorted()
          .join(' ')
        const edge = found.get(key) ?? { ends: [from, to], features: [] }
        edge.features.push(index)
        found.set(key, edge)
      }
  return [...found.values()]
}

/** Twice the area of a ring, in square degrees: only compared. */
const areaOf = (ring: Position[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length]!
      return sum + x * nextY - nextX * y
    }, 0),
  )

/** A block of communes of one zone, by their places in `features`. */
type Piece = { zone: string; communes: number[] }

/** @returns every piece of every zone, the largest first */
export function piecesOf(features: readonly Feature[], zoneOf: ZoneOf): Piece[] {
  const neighbours = new Map<number, Set<number>>()
  for (const { features: own } of edgesOf(features))
    for (const one of own) neighbours.set(one, new Set([...(neighbours.get(one) ?? []), ...own]))
  const seen = new Set<number>()
  const pieces: (Piece & { area: number })[] = []
  for (const [start, feature] of features.entries()) {
    const zone = zoneOf(feature.properties.code)
    if (zone === null || seen.has(start)) continue
    const piece = [start]
    seen.add(start)
    for (const one of piece)
      for (const next of neighbours.get(one) ?? []) {
        if (seen.has(next) || zoneOf(features[next]!.properties.code) !== zone) continue
        seen.add(next)
        piece.push(next)
      }
    const area = piece.reduce((sum, one) => sum + Math.max(...ringsOf(features[one]!).map(areaOf)), 0)
    pieces.push({ zone, communes: piece, area })
  }
  return pieces.toSorted((a, b) => b.area - a.area).map(({ zone, communes }) => ({ zone, communes }))
}
