/** The small picture of a finding: bars with their intervals, or the ribbon of the week; the figures are read aloud. */

import type { CSSProperties } from 'react'
import type { analyse } from '../../../api/wire/public.ts'
import { drawnTo } from '../../../surveys/charts/known.ts'
import { levelOf } from '../../../surveys/charts/marks.ts'
import { silentText } from '../../../surveys/charts/no-figure.ts'
import { hatchSaid } from '../../../surveys/charts/uncertain.ts'
import { dayNames } from '../../../surveys/days.ts'
import './picture.css'

export function Picture({ picture }: { picture: analyse.Picture }) {
  return picture.kind === 'week' ? <Week {...picture} /> : <Bars {...picture} />
}

/** What hatching means, under bars that have some. */
export const HatchKey = ({ bars }: { bars: readonly { estimate: analyse.MaybeEstimate; isHatched: boolean }[] }) =>
  bars.some(({ estimate, isHatched }) => isHatched && estimate.value !== null) && (
    <p className="muted small">{hatchSaid}</p>
  )

/** The bars of a small picture, for that. */
export const hatchedIn = (picture: analyse.Picture | null) =>
  picture?.kind === 'bars'
    ? picture.bars.map(({ estimate, isUncertain }) => ({ estimate, isHatched: isUncertain }))
    : []

const along = (value: number, end: number) => `${Math.min(100, (100 * value) / end)}%`

function Bars({ bars, end, left, waiting = [], dated, outside, zone, by }: Extract<analyse.Picture, { kind: 'bars' }>) {
  return (
    <figure className="small-bars">
      {zone && <p className="muted small">Zone {zone}</p>}
      <ol>
        {bars.map(({ label, estimate, text, interval, isLead, isUncertain }) => (
          <li key={label} data-lead={isLead || undefined}>
            <span className="small-bars-label">{label}</span>
            <b>{text}</b>
            {interval !== '' && <span className="visually-hidden">, intervalle à 95 % : {interval}</span>}
            {estimate.value !== null && (
              <span
                className="small-bars-track"
                aria-hidden="true"
                data-uncertain={isUncertain || undefined}
                style={
                  {
                    '--value': along(drawnTo(estimate), end),
                    '--low': along(estimate.low, end),
                    '--high': along(estimate.high, end),
                  } as CSSProperties
                }
              >
                <i />
                <i />
              </span>
            )}
          </li>
        ))}
      </ol>
      {(left.length + waiting.length > 0 || dated || outside) && (
        <figcaption className="muted small">
          {left.length + waiting.length > 0 && (
            <p>{by === 'zones' ? silentText(left, waiting) : leftText(left.length)}</p>
          )}
          {dated && <p>{dated}</p>}
          {outside && <p>{outside}</p>}
        </figcaption>
      )}
    </figure>
  )
}

const leftText = (count: number) =>
  count === 1 ? 'Une autre réponse, sur la page du résultat' : `${count} autres réponses, sur la page du résultat`

const cell = 10
const line = 20

/** Seven lines of half-hours; each stretch of one shade is one rectangle. */
function Week({ values, layer, title }: Extract<analyse.Picture, { kind: 'week' }>) {
  return (
    <figure className="small-week" data-layer={layer}>
      <svg viewBox={`0 0 ${24 + 48 * cell} ${18 + 7 * line}`} role="img" aria-label={`${title} : ${peakText(values)}`}>
        {[6, 12, 18].map((hour) => (
          <text key={hour} x={24 + hour * 2 * cell} y="12" textAnchor="middle">
            {hour} h
          </text>
        ))}
        {values.map((row, day) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the seven days never move
          <g key={day} transform={`translate(0 ${18 + day * line})`}>
            <text x="0" y="15">
              {dayNames()[day]!.charAt(0).toUpperCase()}
            </text>
            {stretches(row).map(({ from, to, level }) => (
              <rect key={from} x={24 + from * cell} y="2" width={(to - from) * cell} height="16" data-level={level} />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="muted small">{title}</figcaption>
    </figure>
  )
}

/** Neighbours of one shade put together; null = too small. */
function stretches(row: readonly (number | null)[]) {
  const found: { from: number; to: number; level: number | 'secret' }[] = []
  for (const [at, value] of row.entries()) {
    const level = value === null ? 'secret' : levelOf(value)
    const last = found.at(-1)
    if (last && last.level === level) last.to = at + 1
    else found.push({ from: at, to: at + 1, level })
  }
  return found
}

/** Where there is most of one layer: « le plus, mercredi à 12 h 30, 69 % ». */
export function peakText(values: readonly (readonly (number | null)[])[]): string {
  const all = values.flatMap((row, day) => row.map((value, half) => ({ value: value ?? 0, day, half })))
  const top = all.reduce((best, one) => (one.value > best.value ? one : best))
  if (top.value === 0) return 'rien qui puisse être montré'
  const hour = `${Math.floor(top.half / 2)} h${top.half % 2 ? ' 30' : ''}`
  return `le plus, ${dayNames()[top.day]} à ${hour}, ${Math.round(top.value * 100)} %`
}
