/** Bars with their intervals: from zero, labelled directly, the interval always drawn. */
import type { Plugin } from 'chart.js'
import { type BarMark, barMark } from '../../../surveys/charts/marks.ts'
import { type Palette, stripes } from './palette.ts'
import type { BarsSpec } from './specs.ts'

/** Pixels left at the right for the figure of the longest interval. */
const room = 62
const narrow = 480

export function bars({ bars: rows, end, isShare }: BarsSpec, palette: Palette, width: number) {
  const { ink, line, accent, surface } = palette
  const hatched = stripes(accent, surface)
  const isNarrow = width < narrow
  // three small lines stand beside a bar on a phone: half of an answer is no answer
  const size = isNarrow ? 12 : palette.size
  const marks = rows.map((row) =>
    barMark(row.value === null ? { value: null } : { ...row, value: row.value }, end, row.hatched),
  )
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ label }) => inLines(label, lettersIn(width, size), isNarrow ? 3 : 2)),
      datasets: [
        {
          // a stub would be read as a small share
          data: marks.map((mark) => (mark?.length ?? 0) * end),
          backgroundColor: marks.map((mark) => (mark?.isHatched ? hatched : accent)),
          barPercentage: 0.66,
          categoryPercentage: 0.92,
          borderRadius: 2,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: room } },
      scales: {
        x: {
          min: 0,
          max: end,
          grid: { color: line },
          border: { display: false },
          ticks: {
            maxTicksLimit: isNarrow ? 3 : 6,
            maxRotation: 0,
            callback: (value: number) =>
              isShare ? `${Math.round(value * 100)}\u202f%` : value.toLocaleString('fr-FR'),
          },
        },
        y: {
          grid: { display: false },
          border: { color: palette.muted },
          ticks: { color: ink, autoSkip: false, ...(isNarrow ? { font: { size, lineHeight: 1.1 } } : {}) },
        },
      },
      plugins: { tooltip: { enabled: false } },
    },
    plugins: [intervals(rows, marks, end, palette)],
  }
}

/** The interval as a line with ends on a halo, then the value after it: no legend is needed. */
function intervals(
  rows: BarsSpec['bars'],
  marks: readonly (BarMark | null)[],
  end: number,
  { ink, muted, surface }: Palette,
): Plugin {
  return {
    id: 'intervals',
    afterDatasetsDraw({ ctx, scales }) {
      const at = (part: number) => scales.x!.getPixelForValue(part * end)
      ctx.save()
      ctx.textBaseline = 'middle'
      const { font } = ctx
      rows.forEach(({ text, isInWords }, index) => {
        const mark = marks[index]!
        const y = scales.y!.getPixelForValue(index)
        ctx.font = mark === null ? `italic ${font}` : font
        if (mark === null) {
          ctx.fillStyle = isInWords ? ink : muted
          ctx.fillText(text, at(0) + 10, y)
          return
        }
        for (const [colour, wide] of [
          [surface, 5],
          [ink, 2],
        ] as const) {
          ctx.strokeStyle = colour
          ctx.lineWidth = wide
          ctx.beginPath()
          ctx.moveTo(at(mark.low), y)
          ctx.lineTo(at(mark.high), y)
          for (const one of [mark.low, mark.high]) {
            ctx.moveTo(at(one), y - 5)
            ctx.lineTo(at(one), y + 5)
          }
          ctx.stroke()
        }
        ctx.fillStyle = ink
        ctx.lineWidth = 4
        ctx.strokeStyle = surface
        ctx.strokeText(text, at(mark.high) + 9, y)
        ctx.fillText(text, at(mark.high) + 9, y)
      })
      ctx.restore()
    },
  }
}

/** Letters a line of labels holds: the library gives them half of the drawing, and cuts what goes beyond. */
const lettersIn = (width: number, size: number) => Math.min(34, Math.floor((width - room) / 2 / (0.55 * size)))

/** A long answer in lines, cut between words or after a hyphen. @param most lines; what does not stand in them is cut */
export function inLines(label: string, letters: number, most: number): string | string[] {
  if (label.length <= letters) return label
  const head = label.slice(0, letters)
  // what a text holds together is cut all the same, rather than left out
  const cut = Math.max(
    label.slice(0, letters + 1).search(/[ \u00a0\u202f][^ \u00a0\u202f]*$/),
    head.search(/[-\u2011][^-\u2011]*$/) + 1,
  )
  if (most === 1 || cut <= 0) return `${label.slice(0, letters - 1)}…`
  return [label.slice(0, cut).trim(), inLines(label.slice(cut).trim(), letters, most - 1)].flat()
}
