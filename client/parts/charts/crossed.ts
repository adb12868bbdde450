/** All answers by all groups on one canvas: a line an answer, a bar a group, one scale; what is dark is an established gap. */
import { inLines } from './bars.ts'
import { type Palette, stripes } from './palette.ts'
import { type CrossedSpec, gapsText } from './specs.ts'

/** More groups than this stand on several lines, so many on each. */
const mostColumns = 6
const fewColumns = 3
const names = 220
const gap = 18
const line = 19
const track = 12
/** A figure, its bar, and what parts it from the next. */
const cell = line + track + 10
/** Lines of the name of a group; what does not stand in them is cut. */
const mostOfName = 3
/** Letters of a line, at 15 pixels each: the space between two columns holds what is wider. */
const lettersIn = (width: number) => Math.floor(width / 7.5)

const columnsOf = ({ groups }: CrossedSpec) => (groups.length <= mostColumns ? groups.length : fewColumns)
const linesOf = (spec: CrossedSpec) => Math.ceil(spec.groups.length / columnsOf(spec))
/** Where the groups stand on several lines each bar has its name. */
const isNamed = (spec: CrossedSpec) => linesOf(spec) > 1
const wideOf = (spec: CrossedSpec, width: number) => (width - names - gap * columnsOf(spec)) / columnsOf(spec)

/** Everything that depends on how wide it is. */
function placesIn(spec: CrossedSpec, width: number) {
  const wide = wideOf(spec, width)
  const named = spec.groups.map(({ label }) => [inLines(label, lettersIn(wide), mostOfName)].flat())
  const nameLines = Math.max(...named.map(({ length }) => length))
  const cellHeight = cell + (isNamed(spec) ? nameLines * line : 0)
  const head = isNamed(spec) ? 0 : (nameLines + 1) * line + 8
  const key = wrap(spec.key, lettersIn(width))
  const rowHeight = ({ label, gaps }: CrossedSpec['rows'][number]) => {
    const own = wrap(label, lettersIn(names)).length + Number(gaps > 0)
    return Math.max(own * line, linesOf(spec) * cellHeight) + 14
  }
  const height = head + spec.rows.reduce((sum, row) => sum + rowHeight(row), 0) + key.length * line + 8
  return { wide, named, nameLines, cellHeight, head, key, rowHeight, height }
}

export const crossedHeight = (spec: CrossedSpec, width: number): number => placesIn(spec, width).height

/** @returns a canvas twice as fine as its place */
export function drawCrossed(spec: CrossedSpec, width: number, palette: Palette): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const { wide, named, nameLines, cellHeight, head, key, rowHeight, height } = placesIn(spec, width)
  Object.assign(canvas, { width: width * 2, height: height * 2 })
  const context = canvas.getContext('2d')!
  context.scale(2, 2)
  context.textBaseline = 'top'
  const columns = columnsOf(spec)
  const leftOf = (at: number) => names + gap + (at % columns) * (wide + gap)
  const write = (text: string, x: number, y: number, colour: string, weight = 400) => {
    context.font = `${weight} 15px ${palette.font}`
    context.fillStyle = colour
    context.fillText(text, x, y)
  }
  if (!isNamed(spec))
    for (const [at, { base }] of spec.groups.entries()) {
      const said = named[at]!
      for (const [row, text] of said.entries()) write(text, leftOf(at), row * line, palette.ink, 700)
      if (base !== null) write(base.toLocaleString('fr-FR'), leftOf(at), said.length * line, palette.muted)
    }
  let top = head
  for (const row of spec.rows) {
    const label = wrap(row.label, lettersIn(names))
    for (const [at, text] of label.entries()) write(text, 0, top + at * line, palette.ink)
    if (row.gaps > 0) write(gapsText(row.gaps), 0, top + label.length * line, palette.accent, 700)
    for (const [at, bar] of row.bars.entries()) {
      let y = top + Math.floor(at / columns) * cellHeight
      const x = leftOf(at)
      if (isNamed(spec)) {
        const name = named[at]!
        // at the foot of its lines
        for (const [row, text] of name.entries())
          write(text, x, y + (nameLines - name.length + row) * line, palette.muted)
        y += nameLines * line
      }
      write(bar.text, x, y, bar.value === null ? palette.muted : palette.ink, bar.isLead ? 700 : 400)
      if (bar.value !== null) drawBar(context, spec, { bar, at, x, y: y + line, wide }, palette)
    }
    top += rowHeight(row)
    context.fillStyle = palette.line
    context.fillRect(0, top - 9, width, 1)
  }
  for (const [at, text] of key.entries()) write(text, 0, top + at * line, palette.muted)
  return canvas
}

type Placed = { bar: CrossedSpec['rows'][number]['bars'][number]; at: number; x: number; y: number; wide: number }

/** The bar on its track, and the interval on a halo over its end. */
function drawBar(
  context: CanvasRenderingContext2D,
  { end, hasWhole }: CrossedSpec,
  { bar, at, x, y, wide }: Placed,
  { ink, surface, accent, secretBackground, secretLine, shades }: Palette,
) {
  const along = (value: number) => Math.min(1, value / end) * wide
  const fill = (colour: string | CanvasPattern, from: number, to: number, shift: number, tall: number) => {
    context.fillStyle = colour
    context.fillRect(x + from, y + shift, Math.max(2, to - from), tall)
  }
  const plain = hasWhole && at === 0 ? secretLine : bar.isLead ? accent : shades.needed[3]!
  fill(secretBackground, 0, wide, 0, track)
  fill(bar.hatched ? stripes(plain, surface) : plain, 0, along(bar.value!), 0, track)
  fill(surface, along(bar.low), along(bar.high), track / 2 - 3, 6)
  fill(ink, along(bar.low), along(bar.high), track / 2 - 1, 2)
}

/** Whole words, so many letters a line. */
function wrap(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
