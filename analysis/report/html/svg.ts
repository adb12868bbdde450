/** The drawings of a report as SVG text: bars with their interval, the week of half-hours, the ribbon of the cover. */
import { barMark, levelOf, type Measured, shadeMark } from '../../../surveys/charts/marks.ts'
import type { WeekLayer } from '../tree.ts'

const none = '#f2f0ea'
/** From lightest to darkest: one hue a layer, distinguished by colour-blind readers and in grey. */
const shades: Record<WeekLayer['layer'], readonly string[]> = {
  needed: ['#d3e6e4', '#a3cbc8', '#6aa9a5', '#2f7f7d', '#0b4a4b'],
  regular: ['#e4e0ef', '#c3b8dd', '#9a8ac4', '#6d57a3', '#443075'],
  covered: ['#d6e6f2', '#a5c8e1', '#6ea6cc', '#2f7fb3', '#0a4d7c'],
  lacking: ['#fbe3cf', '#f4bd8e', '#e59152', '#c4570a', '#7d3402'],
}
const [days, halfHours] = [7, 48]
const lineHeight = 20

/** Colour of a class in a layer. */
export const shade = (layer: WeekLayer['layer'], level: number): string =>
  level === 0 ? none : shades[layer][level - 1]!

const percent = (part: number) => `${+(100 * part).toFixed(2)}%`

/** What the drawings refer to. */
export const defs = `<defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V5" stroke="#fbfaf7" stroke-width="2.4"/></pattern>
<pattern id="hatch-map" width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V14" stroke="#fbfaf7" stroke-width="7"/></pattern>
<pattern id="secret" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="6" height="6" fill="#eceae4"/><path d="M0 0V6" stroke="#a9a69d" stroke-width="1.6"/></pattern>
</defs>`

/** Once a document. */
export const patterns = `<svg class="unseen" width="0" height="0" aria-hidden="true" focusable="false">${defs}</svg>`

/** One bar from zero with the whole interval across it; hatched when uncertain, diagonal grey when there is no figure. */
export function bar(estimate: Measured & { why?: string }, end: number, uncertain: boolean): string {
  const open = '<svg class="bar" width="100%" height="20" aria-hidden="true" focusable="false">'
  const mark = barMark(estimate, end, uncertain)
  if (mark === null) {
    const drawn =
      estimate.value === null && estimate.why !== 'not-asked'
        ? '<rect x="0" y="4" width="100%" height="12" rx="2" fill="url(#secret)"/>'
        : ''
    return `${open}${drawn}</svg>`
  }
  const [length, low, high] = [mark.length, mark.low, mark.high].map(percent)
  const body = `<rect x="0" y="4" width="${length}" height="12" rx="2" fill="#4a928f"/>`
  const hatch = mark.isHatched ? `<rect x="0" y="4" width="${length}" height="12" rx="2" fill="url(#hatch)"/>` : ''
  const whisker = [
    `<line x1="${low}" x2="${high}" y1="10" y2="10"/>`,
    `<line x1="${low}" x2="${low}" y1="6" y2="14"/>`,
    `<line x1="${high}" x2="${high}" y1="6" y2="14"/>`,
  ].join('')
  return `${open}${body}${hatch}<g stroke="#1b1f2a" stroke-width="1.6">${whisker}</g></svg>`
}

/** Seven lines of 48 cells, Monday first; widths in per cent, so that it fits a phone and a page. */
export function week({ layer, values, uncertain }: WeekLayer, edges: number[]): string {
  const cells: string[] = []
  for (let day = 0; day < days; day++)
    for (let half = 0; half < halfHours; half++) {
      const { level, isHatched } = shadeMark(values[day]![half]!, uncertain[day]![half]!)
      const place = `x="${percent(half / halfHours)}" y="${day * lineHeight + 1}" width="1.94%" height="${lineHeight - 3}"`
      cells.push(`<rect ${place} fill="${level === null ? 'url(#secret)' : shade(layer, level)}"/>`)
      if (isHatched) cells.push(`<rect ${place} fill="url(#hatch)"/>`)
    }
  const marks = edges.map((half) => {
    const x = percent(half / halfHours)
    return `<line x1="${x}" x2="${x}" y1="0" y2="${days * lineHeight}" stroke="#1b1f2a" stroke-width="1" stroke-dasharray="1 3"/>`
  })
  return `<svg class="week" width="100%" height="${days * lineHeight}" aria-hidden="true" focusable="false">${cells.join('')}${marks.join('')}</svg>`
}

/** The motif of the cover: the same seven lines, from the need found, or a plain working week when there is none. */
export function ribbon(values: number[][] | null): string {
  const shown = values ?? motif()
  const cells = shown.flatMap((line, day) =>
    line.map((value, half) => {
      const level = levelOf(value)
      const fill =
        level === 0
          ? '#ffffff" fill-opacity="0.07'
          : `#ffffff" fill-opacity="${[0, 0.2, 0.38, 0.56, 0.76, 0.95][level]}`
      return `<rect x="${half * 10 + 1}" y="${day * 18 + 1}" width="8" height="15" rx="1.5" fill="${fill}"/>`
    }),
  )
  return `<svg class="ribbon" viewBox="0 0 480 126" preserveAspectRatio="xMidYMid meet" aria-hidden="true" focusable="false">${cells.join('')}</svg>`
}

function motif(): number[][] {
  return Array.from({ length: days }, (_, day) =>
    Array.from({ length: halfHours }, (_, half) => {
      const working = day < 5 && half >= 15 && half < 37
      const early = half >= 12 && half < 15
      return working ? 0.15 : early && day < 6 ? 0.5 : half >= 37 && half < 42 ? 0.08 : 0
    }),
  )
}
