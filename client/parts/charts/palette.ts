/** The colours of a chart, read from the page's own tokens so that each theme has its contrasts. */

export type Palette = {
  ink: string
  muted: string
  line: string
  accent: string
  surface: string
  font: string
  size: number
}

/** The theme that an element inherits. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: colour('--ink'),
    muted: colour('--muted'),
    line: colour('--line'),
    accent: colour('--accent'),
    surface: colour('--surface'),
    font: style.fontFamily,
    size: Number.parseFloat(style.fontSize) * 0.86,
  }
}

/** The light theme, whatever the page has: for what goes on paper. */
export function paperPalette(): Palette {
  const paper = document.createElement('div')
  paper.className = 'paper-palette'
  document.body.append(paper)
  const palette = paletteOf(paper)
  paper.remove()
  return palette
}

/** Stripes: uncertain. */
export function stripes(background: string, line: string): CanvasPattern | string {
  const tile = document.createElement('canvas')
  tile.width = tile.height = 8
  const context = tile.getContext('2d')
  if (!context) return background
  context.fillStyle = background
  context.fillRect(0, 0, 8, 8)
  context.strokeStyle = line
  context.lineWidth = 2
  context.beginPath()
  for (const shift of [-8, 0, 8]) {
    context.moveTo(shift, 8)
    context.lineTo(shift + 8, 0)
  }
  context.stroke()
  return context.createPattern(tile, 'repeat') ?? background
}
