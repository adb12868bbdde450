/** The register: every decision, who carries it, until when, what will show that it is followed, what became of it. */
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { followUp } from '../../../api/wire/public.ts'
import { dueDay, isEnded, isLate, outcomeSaid } from '../../../surveys/authority/follow-up.ts'
import { levelNumbers } from '../../../surveys/authority/levels.ts'
import { csvText } from '../../../surveys/csv.ts'
import { dayOf } from '../../../surveys/days.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { save } from '../../parts/staff/leaving.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { day, findingAddress } from '../words.ts'
import { useCorrection } from './CorrectionDialog.tsx'
import { goToAsked } from './DecisionLine.tsx'
import { Former } from './Former.tsx'
import { OutcomeDialog } from './OutcomeDialog.tsx'

type Decision = followUp.FollowUpPage['decisions'][number]

type Props = Pick<followUp.FollowUpPage, 'decisions'> & { refresh: () => void }

export function Register({ decisions, refresh }: Props) {
  const today = dayOf(new Date())
  const [settled, setSettled] = useState<Decision | null>(null)
  // the line that the address names takes the focus, again when the lines come anew
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines, or the same in another order
  useEffect(() => goToAsked(document.getElementById(location.hash.slice(1))), [decisions])
  const comeBackTo = ({ at }: Pick<Decision, 'at'>) => {
    history.replaceState(history.state, '', `#decision-${at}`)
    refresh()
  }
  const { correct, correction } = useCorrection((corrected) => {
    notify('La décision est corrigée.')
    comeBackTo(corrected)
  })
  const late = decisions.filter((one) => isLate(one, today)).length
  return (
    <section className="section register" aria-labelledby="register-title">
      <h2 id="register-title">Les décisions</h2>
      {decisions.length > 0 && (
        <p>
          {decisions.length === 1 ? 'Une décision notée' : `${decisions.length} décisions notées`}
          <Overdue count={late} />
        </p>
      )}
      <DataTable
        caption="Registre des décisions"
        rows={decisions}
        keyOf={({ at, text }) => `${at}${text}`}
        isCards
        empty="Aucune décision n’est encore notée : elles se notent sur un résultat, dans le plan, ou pendant le comité."
        columns={[
          {
            title: 'Décision',
            isHeading: true,
            cell: (one) => (
              <span id={`decision-${one.at}`} tabIndex={-1}>
                <Link href={pageOf(one)}>{one.text}</Link>
                <small className="muted">
                  {' '}
                  {day(one.date)}
                  {one.isPublic && ', montrée aux habitants'}{' '}
                </small>
                <button
                  type="button"
                  className="link no-print"
                  aria-label={`${correctionVerb(one)}\u202f: ${one.text}`}
                  onClick={() => correct(one)}
                >
                  {correctionVerb(one)}
                </button>
                <Former decision={one} />
              </span>
            ),
          },
          {
            title: 'Engage',
            cell: ({ action }) => (action === null ? '–' : levelNumbers('action', [action]).replace(' ', '\u00a0')),
          },
          { title: 'Qui la porte', cell: ({ pilot }) => pilot || <span className="muted">à dire</span> },
          {
            title: 'Pour quand',
            cell: (one) =>
              dueDay(one) === '' ? (
                <span className="muted">à dire</span>
              ) : (
                <>
                  {day(dueDay(one))}{' '}
                  {isLate(one, today) && (
                    <span className="badge" data-kind="warm">
                      dépassée
                    </span>
                  )}
                </>
              ),
          },
          { title: 'À quoi on le verra', cell: ({ indicator }) => indicator || <span className="muted">à dire</span> },
          {
            title: 'Ce qu’elle devient',
            cell: (one) => (
              <>
                {one.outcome && <>{outcomeSaid(one.outcome)} </>}
                <button
                  type="button"
                  className="link no-print"
                  aria-label={`${isEnded(one.outcome) ? 'Corriger la suite' : 'Dire la suite'}\u202f: ${one.text}`}
                  onClick={() => setSettled(one)}
                >
                  {isEnded(one.outcome) ? 'Corriger la suite' : 'Dire la suite'}
                </button>
              </>
            ),
          },
        ]}
      />
      {decisions.length > 0 && (
        <div className="actions no-print">
          <Button onClick={() => window.print()}>Imprimer</Button>
          <Button onClick={() => save('decisions.csv', new Blob([csvOfDecisions(decisions)], { type: 'text/csv' }))}>
            Tableau (CSV)
          </Button>
        </div>
      )}
      {settled && (
        <OutcomeDialog decision={settled} onClose={() => setSettled(null)} onDone={() => comeBackTo(settled)} />
      )}
      {correction}
    </section>
  )
}

/** How many due days are over, after what it is said of. */
export const Overdue = ({ count }: { count: number }) =>
  count > 0 && (
    <>
      {' '}
      <span className="badge" data-kind="warm">
        {count === 1 ? 'une échéance dépassée' : `${count} échéances dépassées`}
      </span>
    </>
  )

/** While something is left to say of it, that is asked for first. */
const correctionVerb = ({ pilot, due, indicator, outcome }: Decision) =>
  [pilot, due, indicator].includes('') && !isEnded(outcome) ? 'Compléter ou corriger' : 'Corriger'

/** Where it was noted. */
const pageOf = ({ action, on, at }: Decision) =>
  `${on === null ? `/analyse/action/${action}` : findingAddress(on.questionnaire, on.indicator)}#decision-${at}`

const csvOfDecisions = (decisions: readonly Decision[]): string =>
  csvText([
    [
      'Décision',
      'Prise le',
      'Notée par',
      'Engage',
      'Qui la porte',
      'Pour quand',
      'À quoi on le verra',
      'Ce qu’elle devient',
    ],
    ...decisions.map(({ text, date, by, action, pilot, due, indicator, outcome }) => [
      text,
      date,
      by,
      action === null ? '' : levelNumbers('action', [action]),
      pilot,
      dueDay({ due, outcome }),
      indicator,
      outcome ? outcomeSaid(outcome) : '',
    ]),
  ])
