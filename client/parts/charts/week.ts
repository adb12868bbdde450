/** The week as a heat map: seven lines of half-hours, the same order and edges as the ribbon people fill in. */
import type { Chart } from 'chart.js'
import { isHatchedWeek, shadeMark, weekClasses } from '../../../surveys/charts/marks.ts'
import { silentHalves } from '../../../surveys/charts/no-figure.ts'
import { hatchWords } from '../../../surveys/charts/uncertain.ts'
import { dayNames } from '../../../surveys/days.ts'
import { capital } from '../../../surveys/languages.ts'
import { legend, legendRow, type Sign } from './legend.ts'
import { type Palette, secretOf, stripes } from './palette.ts'
import type { WeekSpec } from './specs.ts'

const days = dayNames().map(capital)

export function week(spec: WeekSpec, palette: Palette, width: number) {
  const { layer, values, uncertain } = spec
  const { ink, surface, shades } = palette
  const secret = secretOf(palette)
  const cells = values.flatMap((row, day) =>
    row.map((value, half) => ({ x: half, y: day, ...shadeMark(value, uncertain[day]![half]!) })),
  )
  const hatched = shades[layer].map((shade) => stripes(shade, surface))
  const fill = ({ level, isHatched }: (typeof cells)[number]) => {
    if (level === null) return secret
    return isHatched ? hatched[level]! : shades[layer][level]!
  }
  const silent = silentHalves(spec)
  const signs: Sign[] = [
    ...weekClasses.map((text, level): Sign => ({ fill: shades[layer][level]!, text })),
    ...(isHatchedWeek(spec) ? [{ fill: hatched[3]!, text: hatchWords }] : []),
    ...(silent === '' ? [] : [{ fill: secret, text: silent }]),
  ]
  const isNarrow = width < 520
  const hours = isNarrow ? [0, 12, 24, 36] : [0, 12, 16, 24, 37, 44]
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
      layout: { padding: { bottom: legendRow * 2 } },
      scales: {
        x: {
          type: 'linear',
          min: -0.5,
          max: 47.5,
          position: 'top',
          grid: { display: false },
          border: { display: false },
          afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
            axis.ticks = hours.map((value) => ({ value: value - 0.5 }))
          },
          ticks: { color: ink, callback: (value: number) => hourOf(value + 0.5), maxRotation: 0, autoSkip: false },
        },
        y: {
          type: 'linear',
          min: -0.5,
          max: 6.5,
          reverse: true,
          grid: { display: false },
          border: { display: false },
          afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
            axis.ticks = days.map((_, value) => ({ value }))
          },
          ticks: {
            color: ink,
            callback: (value: number) => (isNarrow ? days[value]?.slice(0, 3) : days[value]),
          },
        },
      },
      plugins: { tooltip: { enabled: false } },
    },
    plugins: [legend(signs, 2, palette)],
  }
}

const hourOf = (half: number) => `${Math.floor(half / 2)}\u00a0h${half % 2 ? '\u00a030' : ''}`
