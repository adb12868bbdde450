/** What a decision engages, in one line: the action, who carries it, until when, what is followed. */
import type { analyse } from '../../../api/wire/public.ts'
import { dueDay, isLate, outcomeSaid } from '../../../surveys/authority/follow-up.ts'
import { levelNumbers } from '../../../surveys/authority/levels.ts'
import { dayOf } from '../../../surveys/days.ts'
import { day } from '../words.ts'

type Props = {
  decision: Pick<analyse.FindingPage['decisions'][number], 'action' | 'pilot' | 'due' | 'indicator' | 'outcome'>
  /** The page is that of the action already. */
  isActionHidden?: boolean
}

export function Engaged({ decision, isActionHidden = false }: Props) {
  const { action = null, pilot = '', indicator = '', outcome } = decision
  const parts = [
    action !== null && !isActionHidden && levelNumbers('action', [action]),
    pilot && `pilote : ${pilot}`,
    dueDay(decision) && `échéance : ${day(dueDay(decision))}`,
    indicator && `à suivre : ${indicator}`,
  ].filter(Boolean)
  if (parts.length === 0 && !outcome) return null
  return (
    <p className="muted">
      {outcome && <b>{outcomeSaid(outcome)} </b>}
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
