/** A few values over years, months or places: bars from zero, each with its figure; what is not known is hatched, not 0. */
import type { CSSProperties } from 'react'
import type { evidence } from '../../../api/wire/public.ts'
import './series.css'

const numbers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })
const most = 12
/** Height of what is not known, beside the highest bar: a place, not a value. */
const unknownShare = 0.45

const shareOf = (value: number | null, highest: number): number => {
  if (value === null) return unknownShare
  return highest > 0 ? Math.max(0, value / highest) : 0
}

/** @param isCaptionHidden the sentence beside already says what is counted */
export function Series({ chart, isCaptionHidden }: { chart: evidence.EvidenceChart; isCaptionHidden?: boolean }) {
  const { title, unit, points } = chart
  // one bar alone compares nothing: the sentence says it
  if (points.length < 2) return null
  const shown = points.slice(-most)
  const highest = Math.max(...shown.map(({ value }) => value ?? 0), 0)
  const isCut = shown.length < points.length
  return (
    <figure className="series">
      <ol>
        {shown.map(({ label, value }) => (
          <li key={label} data-unknown={value === null || undefined}>
            <span className="series-label">
              {label}
              <span className="visually-hidden"> : </span>
            </span>
            <span
              className="series-bar"
              aria-hidden="true"
              style={{ '--share': shareOf(value, highest) } as CSSProperties}
            />
            <span className="series-value">
              {value === null ? (
                <>
                  <span aria-hidden="true">?</span>
                  <span className="visually-hidden">non connu</span>
                </>
              ) : (
                numbers.format(value)
              )}
            </span>
          </li>
        ))}
      </ol>
      <figcaption className={isCaptionHidden ? 'visually-hidden' : undefined}>
        {title}, en {unit}
        {isCut && ` : les ${most} dernières valeurs`}
        {shown.some(({ value }) => value === null) && ' ; ce qui est hachuré n’est pas connu'}
      </figcaption>
    </figure>
  )
}
