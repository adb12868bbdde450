/** What a decision engages, in one line: the action, who carries it, until when, what is followed. */
import type { analyse } from '../../../api/wire/public.ts'
import { isLate, outcomeText } from '../../../surveys/authority/follow-up.ts'
import { levelNumbers } from '../../../surveys/authority/levels.ts'
import { dayOf } from '../../../surveys/days.ts'
import { day } from '../words.ts'

type Props = {
  decision: Pick<analyse.FindingPage['decisions'][number], 'action' | 'pilot' | 'due' | 'indicator' | 'outcome'>
  /** The page is that of the action already. */
  isActionHidden?: boolean
}

export function Engaged({ decision, isActionHidden = false }: Props) {
  const { action = null, pilot = '', due = '', indicator = '', outcome } = decision
  const parts = [
    action !== null && !isActionHidden && levelNumbers('action', [action]),
    pilot && `pilote : ${pilot}`,
    due && `échéance : ${day(due)}`,
    indicator && `à suivre : ${indicator}`,
    outcome && `${outcomeText(outcome.state)} le ${day(outcome.date)}${outcome.text && ` : ${outcome.text}`}`,
  ].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <p className="muted">
      {parts.join(' · ')}
      {isLate(decision, dayOf(new Date())) && (
        <>
          {' '}
          <span className="badge" data-kind="warm">
            échéance dépassée
          </span>
        </>
      )}
    </p>
  )
}
