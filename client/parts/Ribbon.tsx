/** The motif: seven lines of half-hours, Monday first. A drawing for the eye; words stand beside it. */
import { useId } from 'react'
import type { Cover } from '../../surveys/questionnaire/week.ts'

/** One stretch of one day, in half-hours since midnight; cover null = not known yet. */
export type RibbonSpan = { day: number; from: number; to: number; cover: Cover | null }

const cell = 10
const gutter = 30
const head = 24
const hours = [6, 12, 18]
/** Of a line and of its bar; a finger needs the taller one. */
const heights = { drawn: { line: 20, bar: 15 }, painted: { line: 44, bar: 36 } } as const
/** What a finger on the drawing is measured by. */
export const painted = { cell, gutter, head, line: heights.painted.line } as const

type Scale = {
  /** The seven days, one letter each. */
  letters: string[]
  /** An hour as the person says it. */
  hour: (hour: number) => string
  /** The day being filled in, 1 to 7. */
  today: number
  /** Hours go from right to left. */
  isMirrored: boolean
  /** Tall enough to be painted with a finger. */
  isPainted: boolean
}
type Props = { spans: RibbonSpan[]; className?: string; scale?: Scale }

export function Ribbon({ spans, className, scale }: Props) {
  const id = useId()
  const left = scale ? gutter : 0
  const top = scale ? head : 0
  const { line, bar } = scale?.isPainted ? heights.painted : heights.drawn
  const isMirrored = scale?.isMirrored ?? false
  const at = (x: number, wide = 0) => (isMirrored ? left + 48 * cell - x - wide : x)
  return (
    <svg
      className={`ribbon ${className ?? ''}`}
      viewBox={`0 0 ${left + 48 * cell} ${top + 7 * line}`}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <pattern id={`${id}-strained`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="ribbon-strained" />
          <rect width="2.5" height="6" className="ribbon-hatch" />
        </pattern>
      </defs>
      {scale &&
        hours.map((hour) => (
          <text key={hour} x={at(left + hour * 2 * cell)} y={head - 7} textAnchor="middle" className="ribbon-text">
            {scale.hour(hour)}
          </text>
        ))}
      {Array.from({ length: 7 }, (_, index) => {
        const y = top + index * line + (line - bar) / 2
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the seven days never move
          <g key={index}>
            {scale && (
              <text
                x={at(left - 10)}
                y={y + (scale.isPainted ? bar / 2 + 6 : bar - 1)}
                textAnchor={isMirrored ? 'start' : 'end'}
                className={`ribbon-text ribbon-day ${scale.today === index + 1 ? 'ribbon-today' : ''}`}
              >
                {scale.letters[index]}
              </text>
            )}
            <rect x={at(left, 48 * cell)} y={y} width={48 * cell} height={bar} rx="3" className="ribbon-line" />
            {hours.map((hour) => (
              <rect
                key={hour}
                x={at(left + hour * 2 * cell - 0.5, 1)}
                y={y}
                width="1"
                height={bar}
                className="ribbon-tick"
              />
            ))}
          </g>
        )
      })}
      {spans.map((span) => (
        <rect
          key={`${span.day}-${span.from}-${span.to}`}
          x={at(left + span.from * cell + 0.5, (span.to - span.from) * cell - 1)}
          y={top + (span.day - 1) * line + (line - bar) / 2}
          width={(span.to - span.from) * cell - 1}
          height={bar}
          rx="3"
          className={`ribbon-span ribbon-${span.cover ?? 'unsaid'}`}
          fill={span.cover === 'strained' ? `url(#${id}-strained)` : undefined}
        />
      ))}
    </svg>
  )
}
