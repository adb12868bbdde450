/** The communes shaded by how many actors each has, as SVG text; each leads to the search in that commune. */
import { harmless } from '../../html/html-blocks.ts'
import { planeOf } from '../../html/plane.ts'
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
  const plane = planeOf(
    outlines.flatMap(({ rings }) => rings),
    width,
  )
  const at = (point: readonly [number, number]) => plane.at(point).map(Math.round).join(' ')
  const drawn = outlines.map(({ commune, name, rings }) => {
    const count = counts.get(commune) ?? 0
    const path = rings.map((ring) => `M${spared(ring.map(at)).join('L')}Z`).join('')
    const edge = commune === chosen ? 'stroke="#1b1f2a" stroke-width="3"' : 'stroke="#fff" stroke-width="1.5"'
    return `<a href="${harmless(hrefOf(commune))}" tabindex="-1"><path d="${path}" fill="${mapShades[classOf(count)]}" ${edge}><title>${harmless(name)} : ${count}</title></path></a>`
  })
  // the table beside says the same, and leads to the same places by keyboard
  return `<svg class="communes" viewBox="0 0 ${width + 8} ${plane.height + 8}" aria-hidden="true" focusable="false">${drawn.join('')}</svg>`
}

/** Points that fall on the one before are left out. */
const spared = (points: string[]) => points.filter((point, at) => point !== points[at - 1])
