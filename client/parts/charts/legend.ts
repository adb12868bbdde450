/** What shades and signs mean, under a drawing and part of it: a picture that leaves says the same. */
import type { Chart, Plugin } from 'chart.js'
import type { Palette } from './palette.ts'

/** `fill` null = the words hold the sign themselves. */
export type Sign = { fill: CanvasPattern | string | null; text: string }

/** Pixels under which its words are smaller. */
export const narrow = 440
export const legendRow = 22
const swatch = { width: 16, height: 12, gap: 4 }
const between = 16

/** @param rows so many lines are kept under the drawing; signs go on to the next one where they would be cut */
export function legend(signs: readonly Sign[], rows: number, { ink, line }: Palette): Plugin {
  return {
    id: 'legend',
    afterDraw(chart: Chart) {
      const { ctx } = chart
      ctx.save()
      Object.assign(ctx, {
        textAlign: 'left',
        textBaseline: 'middle',
        lineWidth: 1,
        font: `${chart.width < narrow ? 11 : 12}px ${chart.options.font?.family ?? 'sans-serif'}`,
        strokeStyle: line,
      })
      let [x, y] = [4, chart.height - rows * legendRow + 4]
      for (const { fill, text } of signs) {
        const left = fill === null ? 0 : swatch.width + swatch.gap
        const wide = left + ctx.measureText(text).width
        if (x > 4 && x + wide > chart.width) [x, y] = [4, y + legendRow]
        if (fill !== null) {
          ctx.fillStyle = fill
          ctx.fillRect(x, y, swatch.width, swatch.height)
          ctx.strokeRect(x, y, swatch.width, swatch.height)
        }
        ctx.fillStyle = ink
        ctx.fillText(text, x + left, y + swatch.height / 2)
        x += wide + between
      }
      ctx.restore()
    },
  }
}
