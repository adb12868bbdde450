/** Draws a spec on a canvas with Chart.js; this file and its libraries are fetched with the first chart. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js'
import { ChoroplethController, ColorScale, GeoFeature, ProjectionScale } from 'chartjs-chart-geo'
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix'
import { bars } from './bars.ts'
import { days } from './days.ts'
import { map } from './map.ts'
import { type Palette, paletteOf, paperPalette } from './palette.ts'
import type { Spec } from './specs.ts'
import { week } from './week.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  Tooltip,
  MatrixController,
  MatrixElement,
  ChoroplethController,
  GeoFeature,
  ColorScale,
  ProjectionScale,
)

/** @returns the chart, to be destroyed by whoever asked for it */
export function draw(canvas: HTMLCanvasElement, spec: Spec, isPrinted: boolean): Chart {
  const palette = isPrinted ? paperPalette() : paletteOf(canvas)
  return drawn(canvas, spec, palette, canvas.parentElement?.clientWidth ?? canvas.width, {})
}

/** The same drawing on a canvas of its own: light paper, twice as fine, whatever the theme of the page. */
export function drawApart(spec: Spec, width: number, height: number, palette: Palette): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  drawn(canvas, spec, palette, width, { responsive: false, devicePixelRatio: 2 })
  return canvas
}

function drawn(canvas: HTMLCanvasElement, spec: Spec, palette: Palette, width: number, more: object): Chart {
  const { data, type, plugins, options } = configurationOf(spec, palette, width) as {
    type: string
    data: object
    options: object
    plugins?: object[]
  }
  Chart.defaults.color = palette.ink
  Chart.defaults.font.family = palette.font
  Chart.defaults.font.size = palette.size
  const shared = {
    animation: false,
    maintainAspectRatio: false,
  }
  return new Chart(canvas, { type, data, plugins, options: { ...shared, ...options, ...more } } as never)
}

function configurationOf(spec: Spec, palette: Palette, width: number): unknown {
  if (spec.kind === 'bars') return bars(spec, palette, width)
  if (spec.kind === 'days') return days(spec, palette)
  return spec.kind === 'week' ? week(spec, palette, width) : map(spec, palette, width)
}
