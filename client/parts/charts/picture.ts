/** A chart as a picture that may stand alone: its title, base and sentence, the drawing, and what it is allowed for. */
import { hatchSaid } from '../../../surveys/charts/uncertain.ts'
import { type Palette, paperPalette } from './palette.ts'
import type { CrossedSpec, Listed, Spec } from './specs.ts'

export type Plate = {
  title: string
  base: string
  sentence: string
  foot: string
  spec: Spec | CrossedSpec
  height: number
}

const width = 1000
/** Of the picture, where a map has its list beside it. */
const mapPart = 0.6
const listLine = 24
const margin = 40
/** Fine enough for print. */
const scale = 2

/** @returns a PNG, on light paper whatever the theme of the page */
export async function pictureOf({ title, base, sentence, foot, spec, height }: Plate): Promise<Blob> {
  const [{ drawApart }, { crossedHeight, drawCrossed }] = await Promise.all([
    import('./draw.ts'),
    import('./crossed.ts'),
  ])
  const palette = paperPalette()
  const { ink, muted, surface, font: family } = palette
  const inside = width - 2 * margin
  const list = spec.kind === 'map' ? (spec.list ?? []) : []
  const across = list.length > 0 ? inside * mapPart : inside
  const chart = spec.kind === 'crossed' ? drawCrossed(spec, inside, palette) : drawApart(spec, across, height, palette)

  const drawn = spec.kind === 'crossed' ? crossedHeight(spec, inside) : height
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')!
  const font = (size: number, weight = 400) => `${weight} ${size}px ${family}`
  // a map and a week hold their own legend
  const isHatched = spec.kind === 'bars' && spec.bars.some(({ hatched }) => hatched)
  const under = isHatched ? `${base}. ${hatchSaid}` : base
  const texts = [
    { lines: wrapped(context, title, font(24, 700)), font: font(24, 700), line: 32, colour: ink, after: 4 },
    { lines: wrapped(context, under, font(16)), font: font(16), line: 24, colour: muted, after: 16 },
    { lines: wrapped(context, sentence, font(18)), font: font(18), line: 27, colour: ink, after: 14 },
    { lines: wrapped(context, foot, font(14)), font: font(14), line: 20, colour: muted, after: 0 },
  ]
  const tall = (text: (typeof texts)[number]) => text.lines.length * text.line + text.after
  const total = 2 * margin + texts.reduce((sum, text) => sum + tall(text), 0) + drawn + 20
  Object.assign(canvas, { width: width * scale, height: total * scale })
  context.scale(scale, scale)
  context.fillStyle = surface
  context.fillRect(0, 0, width, total)
  let y = margin
  texts.forEach((text, at) => {
    context.font = text.font
    context.fillStyle = text.colour
    context.textBaseline = 'top'
    text.lines.forEach((line, row) => {
      context.fillText(line, margin, y + row * text.line)
    })
    y += tall(text)
    if (at !== 1) return
    context.drawImage(chart, margin, y, across, drawn)
    drawList(context, list, { x: margin + across + margin, y: y + margin, right: width - margin }, palette)
    y += drawn + 20
  })
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}

/** The zones of a map with their figures: a name that has no room on the map is not lost. */
function drawList(
  context: CanvasRenderingContext2D,
  list: readonly Listed[],
  place: { x: number; y: number; right: number },
  { ink, muted, line, font }: Palette,
) {
  const { x, right } = place
  let { y } = place
  for (const { name, figure, note } of list) {
    context.font = `700 16px ${font}`
    context.fillStyle = ink
    context.fillText(name, x, y)
    context.fillText(figure, right - context.measureText(figure).width, y)
    context.font = `400 14px ${font}`
    context.fillStyle = muted
    for (const text of note.split('\n')) {
      y += listLine - 2
      context.fillText(text, x, y)
    }
    y += listLine
    context.fillStyle = line
    context.fillRect(x, y - 2, right - x, 1)
    y += listLine / 2
  }
}

function wrapped(context: CanvasRenderingContext2D, text: string, font: string): string[] {
  context.font = font
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && context.measureText(longer).width <= width - 2 * margin) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
