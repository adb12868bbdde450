/** Draws a spec on a canvas with Chart.js; this file and its libraries are fetched with the first chart. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin, Tooltip } from 'chart.js'
import { BarWithErrorBar, BarWithErrorBarsController } from 'chartjs-chart-error-bars'
import { ChoroplethController, ColorScale, GeoFeature, ProjectionScale } from 'chartjs-chart-geo'
import { MatrixController, MatrixElement } from 'chartjs-chart-matrix'
import type { BarsSpec, DaysSpec, MapSpec, Spec, WeekSpec } from './specs.ts'

Chart.register(
  BarController,
  BarElement,
  BarWithErrorBarsController,
  BarWithErrorBar,
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

type Colours = { ink: string; muted: string; line: string; accent: string; surface: string }

/** The same classes and hues as the printed report. */
const classEnds = [0.05, 0.1, 0.2, 0.4]
const shades = {
  needed: ['#d3e6e4', '#a3cbc8', '#6aa9a5', '#2f7f7d', '#0b4a4b'],
  covered: ['#d6e6f2', '#a5c8e1', '#6ea6cc', '#2f7fb3', '#0a4d7c'],
  regular: ['#e4e0ef', '#c3b8dd', '#9a8ac4', '#6d57a3', '#443075'],
  lacking: ['#fbe3cf', '#f4bd8e', '#e59152', '#c4570a', '#7d3402'],
} as const
const shadeOf = (layer: WeekSpec['layer'], value: number) =>
  value <= 0 ? '#f2f0ea' : shades[layer][classEnds.filter((end) => value >= end - 1e-9).length]!

/** @returns the chart, to be destroyed by whoever asked for it */
export function draw(canvas: HTMLCanvasElement, spec: Spec): Chart {
  const style = getComputedStyle(canvas)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const colours = {
    ink: colour('--ink'),
    muted: colour('--muted'),
    line: colour('--line'),
    accent: colour('--accent'),
    surface: colour('--surface'),
  }
  Chart.defaults.font.family = style.fontFamily
  Chart.defaults.font.size = Number.parseFloat(style.fontSize) * 0.86
  Chart.defaults.color = colours.ink
  Chart.defaults.animation = false
  Chart.defaults.maintainAspectRatio = false
  return new Chart(canvas, configurationOf(spec, colours, canvas) as never)
}

function configurationOf(spec: Spec, colours: Colours, canvas: HTMLCanvasElement): unknown {
  if (spec.kind === 'bars') return bars(spec, colours, canvas)
  if (spec.kind === 'days') return days(spec, colours)
  return spec.kind === 'week' ? week(spec, colours, canvas) : map(spec, colours, canvas)
}

function stripes(canvas: HTMLCanvasElement, ground: string, line: string, flip = false): CanvasPattern | string {
  const tile = document.createElement('canvas')
  tile.width = tile.height = 8
  const pen = tile.getContext('2d')!
  pen.fillStyle = ground
  pen.fillRect(0, 0, 8, 8)
  pen.strokeStyle = line
  pen.lineWidth = 2
  pen.beginPath()
  for (const shift of [-8, 0, 8]) {
    pen.moveTo(shift, flip ? 0 : 8)
    pen.lineTo(shift + 8, flip ? 8 : 0)
  }
  pen.stroke()
  return canvas.getContext('2d')!.createPattern(tile, 'repeat') ?? ground
}

function bars(
  { bars: rows, end, isShare }: BarsSpec,
  { ink, muted, line, accent, surface }: Colours,
  canvas: HTMLCanvasElement,
) {
  const secret = stripes(canvas, '#eceae4', '#a9a69d', true)
  const hatched = stripes(canvas, accent, surface)
  // values at the end of the interval, so that no legend is needed
  const labels: Plugin = {
    id: 'labels',
    afterDatasetsDraw({ ctx, scales }) {
      ctx.save()
      ctx.textBaseline = 'middle'
      ctx.fillStyle = ink
      rows.forEach(({ value, high, text }, index) => {
        const y = scales.y!.getPixelForValue(index)
        const x = scales.x!.getPixelForValue(value === null ? 0 : high) + 8
        ctx.fillStyle = value === null ? muted : ink
        ctx.fillText(text, value === null ? x + 46 : x, y)
      })
      ctx.restore()
    },
  }
  return {
    type: 'barWithErrorBars',
    data: {
      labels: rows.map(({ label }) =>
        label.length > 34
          ? [label.slice(0, label.lastIndexOf(' ', 34)), label.slice(label.lastIndexOf(' ', 34) + 1, 72)]
          : label,
      ),
      datasets: [
        {
          data: rows.map(({ value, low, high }) =>
            value === null ? { x: end * 0.06 } : { x: value, xMin: low, xMax: high },
          ),
          backgroundColor: rows.map(({ value, hatched: isHatched }) =>
            value === null ? secret : isHatched ? hatched : accent,
          ),
          errorBarColor: ink,
          errorBarWhiskerColor: ink,
          errorBarLineWidth: 1.8,
          errorBarWhiskerSize: 9,
          barPercentage: 0.62,
          borderRadius: 2,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: 56 } },
      scales: {
        x: {
          min: 0,
          max: end,
          grid: { color: line },
          border: { display: false },
          ticks: {
            callback: (value: number) =>
              isShare ? `${Math.round(value * 100)}\u202f%` : value.toLocaleString('fr-FR'),
          },
        },
        y: { grid: { display: false }, ticks: { color: ink, autoSkip: false } },
      },
      plugins: { tooltip: { enabled: false } },
    },
    plugins: [labels],
  }
}

function days({ days: rows }: DaysSpec, { line, accent, ink }: Colours) {
  const short = (iso: string) => `${Number(iso.slice(8))}/${Number(iso.slice(5, 7))}`
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ name }) => short(name)),
      datasets: [
        { data: rows.map(({ count }) => count), backgroundColor: accent, borderRadius: 2, maxBarThickness: 44 },
      ],
    },
    options: {
      scales: {
        y: { beginAtZero: true, grid: { color: line }, border: { display: false }, ticks: { precision: 0 } },
        x: { grid: { display: false }, ticks: { color: ink } },
      },
      plugins: { tooltip: { enabled: false } },
    },
  }
}

const dayNames = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche']

function week({ layer, values, uncertain }: WeekSpec, { ink, surface }: Colours, canvas: HTMLCanvasElement) {
  const secret = stripes(canvas, '#eceae4', '#a9a69d', true)
  const cells = values.flatMap((row, day) =>
    row.map((value, half) => ({ x: half, y: day, value, uncertain: uncertain[day]![half]! })),
  )
  const patterns = new Map<string, CanvasPattern | string>()
  const fill = ({ value, uncertain: isUncertain }: (typeof cells)[number]) => {
    if (value === null) return secret
    const shade = shadeOf(layer, value)
    if (!isUncertain || value <= 0) return shade
    if (!patterns.has(shade)) patterns.set(shade, stripes(canvas, shade, surface))
    return patterns.get(shade)!
  }
  return {
    type: 'matrix',
    data: {
      datasets: [
        {
          data: cells,
          backgroundColor: cells.map(fill),
          width: ({ chart }: { chart: Chart }) => Math.max(1, (chart.chartArea?.width ?? 480) / 48 - 1),
          height: ({ chart }: { chart: Chart }) => Math.max(1, (chart.chartArea?.height ?? 140) / 7 - 3),
          borderRadius: 1,
        },
      ],
    },
    options: {
      scales: {
        x: {
          type: 'linear',
          min: -0.5,
          max: 47.5,
          position: 'top',
          grid: { display: false },
          border: { display: false },
          afterBuildTicks: (axis: { ticks: { value: number }[] }) =>
            (axis.ticks = [0, 12, 16, 24, 37, 40].map((value) => ({ value }))),
          ticks: {
            color: ink,
            callback: (value: number) => `${Math.floor(value / 2)}\u00a0h${value % 2 ? '\u00a030' : ''}`,
            maxRotation: 0,
            autoSkip: false,
          },
        },
        y: {
          type: 'linear',
          min: -0.5,
          max: 6.5,
          reverse: true,
          grid: { display: false },
          border: { display: false },
          afterBuildTicks: (axis: { ticks: { value: number }[] }) =>
            (axis.ticks = dayNames.map((_, value) => ({ value }))),
          ticks: { color: ink, callback: (value: number) => dayNames[value] },
        },
      },
      plugins: { tooltip: { enabled: false } },
    },
  }
}

function map({ outlines, places }: MapSpec, { surface, ink }: Colours, canvas: HTMLCanvasElement) {
  const { features } = outlines as { features: { properties: { code: string } }[] }
  const secret = stripes(canvas, '#eceae4', '#a9a69d', true)
  const largest = Math.max(0.0001, ...[...places.values()].map(({ value }) => value ?? 0))
  const colour = (code: string) => {
    const value = places.get(code)?.value ?? null
    return value === null ? secret : shades.needed[Math.min(4, Math.floor((value / largest) * 4.999))]!
  }
  return {
    type: 'choropleth',
    data: {
      labels: features.map(({ properties }) => places.get(properties.code)?.name ?? properties.code),
      datasets: [
        {
          outline: features,
          data: features.map((feature) => ({ feature, value: places.get(feature.properties.code)?.value ?? 0 })),
          backgroundColor: features.map(({ properties }) => colour(properties.code)),
          borderColor: surface || ink,
          borderWidth: 1,
        },
      ],
    },
    options: {
      showOutline: false,
      showGraticule: false,
      scales: { projection: { axis: 'x', projection: 'mercator' }, color: { axis: 'x', display: false } },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataIndex }: { dataIndex: number }) => {
              const place = places.get(features[dataIndex]!.properties.code)
              return place ? `${place.name} : ${place.text}` : ''
            },
          },
        },
      },
    },
  }
}
