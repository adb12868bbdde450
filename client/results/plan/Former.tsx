/** What was said of a decision before it was corrected, under the day of the last correction. */
import { correctedOn, type DecisionWords, type FormerWords, whoAndWhen } from '../../../surveys/authority/follow-up.ts'
import { levelNumbers } from '../../../surveys/authority/levels.ts'
import { dayOf } from '../../../surveys/days.ts'
import { day } from '../words.ts'

export function Former({ decision }: { decision: DecisionWords & { former?: readonly FormerWords[] | undefined } }) {
  const corrected = correctedOn(decision)
  if (corrected === '') return null
  return (
    <details className="former no-print">
      <summary>corrigée le {day(corrected)}</summary>
      <ul>
        {decision.former!.toReversed().map((before) => (
          <li key={before.until}>
            Jusqu’au {day(dayOf(new Date(before.until)))}, corrigée par {before.by}
            {'\u202f'}: « {before.text} » {restOf(before)}
          </li>
        ))}
      </ul>
    </details>
  )
}

const restOf = (before: FormerWords): string =>
  [
    `Prise le ${day(before.date)}.`,
    whoAndWhen(before),
    before.indicator && `À suivre\u202f: ${before.indicator}.`,
    before.action && `Engageait ${levelNumbers('action', [before.action])}.`,
    before.isPublic && 'Montrée aux habitants.',
  ]
    .filter(Boolean)
    .join(' ')
