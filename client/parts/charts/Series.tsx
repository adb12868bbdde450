/** A few values over years, months or places: bars from zero, each with its figure; what is not known is an empty dashed bar, not 0. */
import type { CSSProperties } from 'react'
import type { evidence } from '../../../api/wire/public.ts'
import './series.css'

const numbers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })
const most = 12
/** More bars than this leave no room for whole words: the first letter is seen, the word is read aloud. */
const mostWords = 6
/** Height of what is not known, beside the highest bar: a place, not a value. */
const unknownShare = 0.45

const shareOf = (value: number | null, highest: number): number => {
  if (value === null) return unknownShare
  return highest > 0 ? Math.max(0, value / highest) : 0
}

const isWord = (label: string) => /^\p{L}+$/u.test(label)
const isYear = (label: string) => /^\d{4}$/.test(label)

/** @param isCaptionHidden the sentence beside already says what is counted */
export function Series({ chart, isCaptionHidden }: { chart: evidence.EvidenceChart; isCaptionHidden?: boolean }) {
  const { title, unit, points } = chart
  // one bar alone compares nothing: the sentence says it
  if (points.length < 2) return null
  const shown = points.slice(-most)
  const highest = Math.max(...shown.map(({ value }) => value ?? 0), 0)
  const isCut = shown.length < points.length
  const isDense = shown.length > mostWords
  // the highest and the last say how the others are to be read
  const isFigured = (value: number | null, at: number) =>
    !isDense || value === null || at === shown.length - 1 || value === highest
  return (
    <figure className="series" data-dense={isDense || undefined}>
      <ol>
        {shown.map(({ label, value }, at) => (
          <li
            key={label}
            data-unknown={value === null || undefined}
            style={{ '--share': shareOf(value, highest) } as CSSProperties}
          >
            <span className="series-label">
              {isDense && isWord(label) ? (
                <>
                  <span aria-hidden="true">{label.charAt(0).toUpperCase()}</span>
                  <span className="visually-hidden">{label}</span>
                </>
              ) : (
                <Label label={label} isSeen={!isDense || !isYear(label) || (shown.length - at) % 2 === 1} />
              )}
              <span className="visually-hidden"> : </span>
            </span>
            <span className="series-bar" aria-hidden="true" />
            <span className="series-value">
              {value === null ? (
                <>
                  <span aria-hidden="true">?</span>
                  <span className="visually-hidden">non connu</span>
                </>
              ) : (
                <span className={isFigured(value, at) ? undefined : 'visually-hidden'}>{numbers.format(value)}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      <figcaption className={isCaptionHidden ? 'visually-hidden' : undefined}>
        {title}, en {unit}
        {isCut && ` : les ${most} dernières valeurs`}
        {shown.some(({ value }) => value === null) && ' ; en pointillé, ce qui n’est pas connu'}
      </figcaption>
    </figure>
  )
}

/** A year wider than its bar stands under every other one, and keeps its line under the others. */
const Label = ({ label, isSeen }: { label: string; isSeen: boolean }) =>
  isSeen ? (
    label
  ) : (
    <>
      <span aria-hidden="true">{'\u00a0'}</span>
      <span className="visually-hidden">{label}</span>
    </>
  )
