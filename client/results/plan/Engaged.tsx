/** What a decision engages, in one line: the action, who carries it, until when, what is followed. */
import { levelNumbers } from '../../../surveys/authority/levels.ts'
import { dayOf } from '../../../surveys/days.ts'
import { day } from '../words.ts'

type Props = {
  decision: { action?: number | null; pilot?: string; due?: string; indicator?: string }
  /** The page is that of the action already. */
  isActionHidden?: boolean
}

export function Engaged({ decision, isActionHidden = false }: Props) {
  const { action = null, pilot = '', due = '', indicator = '' } = decision
  const isLate = due !== '' && due < dayOf(new Date())
  const parts = [
    action !== null && !isActionHidden && levelNumbers('action', [action]),
    pilot && `pilote : ${pilot}`,
    due && `échéance : ${day(due)}`,
    indicator && `à suivre : ${indicator}`,
  ].filter(Boolean)
  if (parts.length === 0) return null
  return (
    <p className="muted">
      {parts.join(' · ')}
      {isLate && (
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
