/** The communes shaded by how many actors each has, as SVG text; each leads to the search in that commune. */
import { harmless } from '../../html/html-blocks.ts'
import type { Ring } from '../../source.ts'

export type CommuneOutline = { commune: string; name: string; rings: readonly Ring[] }

const width = 340
/** From none to most; one hue, distinguished in grey too. */
export const mapShades = ['#f2f0ea', '#a3cbc8', '#4a928f', '#0b4a4b'] as const
const classEnds = [2, 5] as const
export const classOf = (count: number): number => (count === 0 ? 0 : 1 + classEnds.filter((end) => count > end).length)

/**
 * @param counts actors by commune; a commune that is not there has none
 * @param hrefOf where a touch on a commune leads
 */
export function communeMap(
  outlines: readonly CommuneOutline[],
  counts: ReadonlyMap<string, number>,
  hrefOf: (commune: string) => string,
  chosen: string,
): string {
  const points = outlines.flatMap(({ rings }) => rings.flat())
  const [west, east] = ends(points.map(([longitude]) => longitude))
  const [south, north] = ends(points.map(([, latitude]) => latitude))
  // a degree of longitude is shorter than a degree of latitude
  const across = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / ((east - west) * across)
  const height = Math.round((north - south) * scale)
  const at = ([longitude, latitude]: readonly [number, number]) =>
    `${Math.round((longitude - west) * across * scale + 4)} ${Math.round((north - latitude) * scale + 4)}`
  const drawn = outlines.map(({ commune, name, rings }) => {
    const count = counts.get(commune) ?? 0
    const path = rings.map((ring) => `M${spared(ring.map(at)).join('L')}Z`).join('')
    const edge = commune === chosen ? 'stroke="#1b1f2a" stroke-width="3"' : 'stroke="#fff" stroke-width="1.5"'
    return `<a href="${harmless(hrefOf(commune))}" tabindex="-1"><path d="${path}" fill="${mapShades[classOf(count)]}" ${edge}><title>${harmless(name)} : ${count}</title></path></a>`
  })
  // the table beside says the same, and leads to the same places by keyboard
  return `<svg class="communes" viewBox="0 0 ${width + 8} ${height + 8}" aria-hidden="true" focusable="false">${drawn.join('')}</svg>`
}

/** Points that fall on the one before are left out. */
const spared = (points: string[]) => points.filter((point, at) => point !== points[at - 1])

const ends = (values: number[]): [number, number] => [
  values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
]
