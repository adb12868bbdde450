/** The register: every decision, who carries it, until when, what will show that it is followed, what became of it. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { followUp } from '../../../api/wire/public.ts'
import { dueDay, isEnded, isLate, outcomeSaid } from '../../../surveys/authority/follow-up.ts'
import { levelNumbers } from '../../../surveys/authority/levels.ts'
import { csvText } from '../../../surveys/csv.ts'
import { dayOf } from '../../../surveys/days.ts'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { save } from '../../parts/staff/leaving.ts'
import { day, findingAddress } from '../words.ts'
import { goToAsked } from './DecisionLine.tsx'
import { OutcomeDialog } from './OutcomeDialog.tsx'

type Decision = followUp.FollowUpPage['decisions'][number]

type Props = Pick<followUp.FollowUpPage, 'decisions'> & { again: () => void }

export function Register({ decisions, again }: Props) {
  const today = dayOf(new Date())
  const [settled, setSettled] = useState<Decision | null>(null)
  const late = decisions.filter((one) => isLate(one, today)).length
  return (
    <section className="section register" aria-labelledby="register-title">
      <h2 id="register-title">Les décisions</h2>
      {decisions.length > 0 && (
        <p>
          {decisions.length === 1 ? 'Une décision notée' : `${decisions.length} décisions notées`}
          {late > 0 && (
            <>
              {' '}
              <span className="badge" data-kind="warm">
                {late === 1 ? 'une échéance dépassée' : `${late} échéances dépassées`}
              </span>
            </>
          )}
        </p>
      )}
      <DataTable
        caption="Registre des décisions"
        isCaptionHidden
        rows={decisions}
        keyOf={({ at, text }) => `${at}${text}`}
        isCards
        empty="Aucune décision n’est encore notée : elles se notent sur un résultat, sur une action, ou pendant le comité."
        columns={[
          {
            title: 'Décision',
            isHeading: true,
            cell: (one) => (
              <span id={`decision-${one.at}`} tabIndex={-1} ref={goToAsked}>
                <Link href={pageOf(one)}>{one.text}</Link>
                <small className="muted">
                  {' '}
                  {day(one.date)}
                  {one.isPublic && ', montrée aux habitants'}
                </small>
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
                  aria-label={`${isEnded(one.outcome) ? 'Corriger' : 'Dire la suite'}\u202f: ${one.text}`}
                  onClick={() => setSettled(one)}
                >
                  {isEnded(one.outcome) ? 'Corriger' : 'Dire la suite'}
                </button>
              </>
            ),
          },
        ]}
      />
      {decisions.length > 0 && (
        <div className="actions no-print">
          <button type="button" className="button" onClick={() => window.print()}>
            Imprimer
          </button>
          <button
            type="button"
            className="button"
            onClick={() => save('decisions.csv', new Blob([csvOfDecisions(decisions)], { type: 'text/csv' }))}
          >
            Tableau (CSV)
          </button>
        </div>
      )}
      {settled && (
        <OutcomeDialog
          decision={settled}
          onClose={() => setSettled(null)}
          onDone={() => {
            // the lines come anew: this one takes the focus again
            history.replaceState(history.state, '', `#decision-${settled.at}`)
            setSettled(null)
            again()
          }}
        />
      )}
    </section>
  )
}

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
