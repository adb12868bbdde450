/** One layer of the week, half-hour by half-hour; a pointer or a finger on it says which one is read. */
import { type PointerEvent, useId } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { shadeMark } from '../../../surveys/charts/marks.ts'
import { dayNames } from '../../../surveys/days.ts'
import { capital } from '../../../surveys/languages.ts'

export type Cell = { day: number; half: number }
type Props = {
  layer: analyse.WeekChart['layers'][number]
  label: string
  /** null = on paper: nothing is read one by one. */
  read: Cell | null
  onRead?: (cell: Cell) => void
}

const cell = 20
const line = 30
const gutter = 92
const head = 24
const hours = [0, 3, 6, 8, 10, 12, 14, 16, 18, 20, 22]

export function WeekGrid({ layer: { layer, values, uncertain }, label, read, onRead }: Props) {
  const id = useId()
  const point = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>) => {
    const box = currentTarget.getBoundingClientRect()
    const scale = (gutter + 48 * cell) / box.width
    const half = Math.floor(((clientX - box.left) * scale - gutter) / cell)
    const day = Math.floor(((clientY - box.top) * scale - head) / line)
    if (half >= 0 && half < 48 && day >= 0 && day < 7) onRead?.({ day, half })
  }
  return (
    <svg
      className="week-grid"
      data-layer={layer}
      viewBox={`0 0 ${gutter + 48 * cell} ${head + 7 * line}`}
      role="img"
      aria-label={label}
      onPointerMove={point}
      onPointerDown={point}
    >
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2.5" height="6" className="week-grid-hatch" />
        </pattern>
        <pattern id={`${id}-secret`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="6" height="6" className="week-grid-secret" />
          <rect width="1.5" height="6" className="week-grid-secret-line" />
        </pattern>
      </defs>
      {hours.map((hour) => (
        <text key={hour} x={gutter + hour * 2 * cell} y={head - 8} textAnchor={hour === 0 ? 'start' : 'middle'}>
          {hour}&nbsp;h
        </text>
      ))}
      {values.map((row, day) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the seven days never move
        <g key={day} transform={`translate(${gutter} ${head + day * line})`}>
          <text x={-gutter} y={line - 9}>
            {capital(dayNames()[day]!)}
          </text>
          {row.map((value, half) => {
            const { level, isHatched } = shadeMark(value, uncertain[day]![half]!)
            const place = { x: half * cell, y: 1, width: cell - 1, height: line - 3 }
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the half-hours never move
              <g key={half}>
                <rect
                  {...place}
                  data-level={level ?? 'secret'}
                  fill={level === null ? `url(#${id}-secret)` : undefined}
                />
                {isHatched && <rect {...place} fill={`url(#${id}-hatch)`} />}
              </g>
            )
          })}
        </g>
      ))}
      {read && (
        <rect
          className="week-grid-read"
          x={gutter + read.half * cell - 1}
          y={head + read.day * line}
          width={cell + 1}
          height={line - 1}
        />
      )}
    </svg>
  )
}
