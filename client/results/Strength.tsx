/** How strong a finding is: a word and a drawing, never a colour alone. */
import type { analyse } from '../../api/wire/public.ts'
import { strengthMeans } from '../../surveys/charts/strength.ts'
import { strengthBars } from './words.ts'

type Props = {
  strength: analyse.Strength
  /** The word is only read aloud: a legend says what the drawing means. */
  isCompact?: boolean
}

export function Strength({ strength, isCompact }: Props) {
  const filled = strengthBars[strength]
  return (
    <span className="strength" data-strength={filled}>
      <svg viewBox="0 0 22 10" width="22" height="10" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect key={bar} x={bar * 8} y="0.5" width="5" height="9" rx="1" data-on={bar < filled || undefined} />
        ))}
      </svg>
      <span className={isCompact ? 'visually-hidden' : undefined}>{strength}</span>
    </span>
  )
}

/** The word with what it means, for whoever decides on it or reads it aloud. */
export const StrengthSaid = ({ strength }: Pick<Props, 'strength'>) => (
  <span className="strength-said">
    <Strength strength={strength} />
    <span className="muted">
      {'\u202f'}: {strengthMeans[strength]}
    </span>
  </span>
)

/** Above many of them: what each word means, once. */
export const StrengthKey = ({ present }: { present: readonly analyse.Strength[] }) => (
  <ul className="legend" aria-label="Ce que disent les petites barres">
    {(Object.keys(strengthMeans) as analyse.Strength[])
      .filter((strength) => present.includes(strength))
      .map((strength) => (
        <li key={strength}>
          <StrengthSaid strength={strength} />
        </li>
      ))}
  </ul>
)
