/** Responses received a day. */
import { leastDrawn } from '../../../surveys/wording/near-five.ts'
import type { Palette } from './palette.ts'
import type { DaysSpec } from './specs.ts'

export function days({ days: rows }: DaysSpec, { line, accent, ink, muted }: Palette) {
  const short = (iso: string) => `${Number(iso.slice(8))}/${Number(iso.slice(5, 7))}`
  return {
    type: 'bar',
    data: {
      labels: rows.map(({ name }) => short(name)),
      datasets: [
        {
          data: rows.map(({ count }) => count),
          backgroundColor: rows.map(({ count }) => (count < leastDrawn ? 'transparent' : accent)),
          borderColor: accent,
          borderWidth: 1,
          borderRadius: 2,
          maxBarThickness: 44,
        },
      ],
    },
    options: {
      scales: {
        y: {
          beginAtZero: true,
          grid: { color: line },
          border: { display: false },
          ticks: { precision: 0, maxTicksLimit: 5 },
        },
        x: { grid: { display: false }, border: { color: muted }, ticks: { color: ink, maxRotation: 0 } },
      },
      plugins: { tooltip: { enabled: false } },
    },
  }
}
