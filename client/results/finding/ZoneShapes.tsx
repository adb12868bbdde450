/** The zones drawn, each with its name and figure; a pointer says which one is looked at. */
import { type PointerEvent, useId, useMemo } from 'react'
import { wordsOn, type ZoneDrawing, zoneDrawing } from '../../../surveys/charts/zone-map.ts'

/** `level` null = too few people, or waiting. */
export type Shaded = Parameters<typeof zoneDrawing>[0][number] & {
  level: number | null
  isHatched: boolean
  text: string
}

type Props = {
  zones: readonly Shaded[]
  label: string
  /** Zone that somebody points at, in a list or here; null = none. */
  shown: string | null
  onPoint: (zone: string | null) => void
  onPress: (zone: string) => void
}

const zoneAt = ({ target }: { target: EventTarget }) =>
  (target as Element).closest('[data-zone]')?.getAttribute('data-zone') ?? null

export function ZoneShapes({ zones, label, shown, onPoint, onPress }: Props) {
  const id = useId()
  const { width, height, zones: drawn }: ZoneDrawing = useMemo(() => zoneDrawing(zones), [zones])
  // what is drawn last covers the borders of the others
  const order = drawn
    .map((_, at) => at)
    .toSorted((a, b) => Number(drawn[a]!.name === shown) - Number(drawn[b]!.name === shown))
  const point = (event: PointerEvent) => onPoint(zoneAt(event))
  return (
    <svg
      className="zone-shapes"
      data-layer="needed"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      onPointerMove={point}
      onPointerLeave={() => onPoint(null)}
      onPointerUp={(event) => {
        const zone = zoneAt(event)
        if (zone !== null) onPress(zone)
      }}
    >
      <defs>
        <pattern id={`${id}-hatch`} width="14" height="14" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V14" className="zone-shapes-hatch" />
        </pattern>
        <pattern id={`${id}-secret`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect width="6" height="6" className="week-grid-secret" />
          <rect width="1.5" height="6" className="week-grid-secret-line" />
        </pattern>
      </defs>
      {order.map((at) => {
        const { name, path } = drawn[at]!
        const { level, isHatched } = zones[at]!
        return (
          <g key={name} data-zone={name} data-shown={name === shown || undefined}>
            <path d={path} className="zone-shapes-edge" />
            <path d={path} data-level={level ?? 'secret'} fill={level === null ? `url(#${id}-secret)` : undefined} />
            {isHatched && <path d={path} fill={`url(#${id}-hatch)`} fillOpacity="0.7" />}
          </g>
        )
      })}
      {drawn.flatMap((zone, at) =>
        wordsOn(zone, zones[at]!.text, true).map(({ text, x, y, size }) => (
          <text
            key={`${zone.name} ${x} ${y}`}
            x={x}
            y={y}
            fontSize={zones[at]!.text === text ? size * 0.7 : size * 0.8}
          >
            {text}
          </text>
        )),
      )}
    </svg>
  )
}
