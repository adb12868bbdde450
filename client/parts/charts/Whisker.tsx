/** A share on the line from 0 to 100 %, with its interval: small enough for a list. Other numbers stand in words. */
import type { analyse } from '../../../api/wire/public.ts'

export function Figure({ line }: { line: Pick<analyse.FindingLine, 'estimate' | 'text' | 'interval'> }) {
  const { estimate, text, interval } = line
  if (estimate.value === null)
    return (
      <p className="figure" data-none>
        <span className="secret">{text}</span>
      </p>
    )
  return (
    <p className="figure">
      <b>{text}</b>
      {estimate.unit === 'share' && <Whisker {...estimate} />}
      <span className="muted">
        <span className="visually-hidden">intervalle à 95 % : </span>
        {interval}
      </span>
    </p>
  )
}

const at = (share: number) => 2 + share * 116

function Whisker({ value, low, high }: { value: number; low: number; high: number }) {
  return (
    <svg className="whisker" viewBox="0 0 120 16" width="120" height="16" aria-hidden="true">
      <path d="M2 8H118M2 4v8M60 5v6M118 4v8" className="whisker-line" />
      <rect x={at(low)} y="3" width={Math.max(2, at(high) - at(low))} height="10" rx="2" className="whisker-span" />
      <circle cx={at(value)} cy="8" r="3.6" className="whisker-value" />
    </svg>
  )
}
