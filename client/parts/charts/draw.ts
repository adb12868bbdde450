/** Draws a spec on a canvas with Chart.js; this file and its libraries are fetched with the first chart. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'
import { bars } from './bars.ts'
import { days } from './days.ts'
import { type Palette, paletteOf, paperPalette } from './palette.ts'
import type { Spec } from './specs.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

/** @returns the chart, to be destroyed by whoever asked for it */
export function draw(canvas: HTMLCanvasElement, spec: Spec, isPrinted: boolean): Chart {
  const palette = isPrinted ? paperPalette() : paletteOf(canvas)
  const width = canvas.parentElement?.clientWidth ?? canvas.width
  const { data, type, plugins, options } = configurationOf(spec, palette, width) as {
    type: string
    data: object
    options: object
    plugins?: object[]
  }
  Chart.defaults.color = palette.ink
  Chart.defaults.font.family = palette.font
  Chart.defaults.font.size = palette.size
  const shared = { animation: false, maintainAspectRatio: false }
  return new Chart(canvas, { type, data, plugins, options: { ...shared, ...options } } as never)
}

const configurationOf = (spec: Spec, palette: Palette, width: number): unknown =>
  spec.kind === 'bars' ? bars(spec, palette, width) : days(spec, palette)
