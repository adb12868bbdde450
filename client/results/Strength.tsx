/** How strong a finding is: a word and a drawing, never a colour alone. */
import type { analyse } from '../../api/wire/public.ts'
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
