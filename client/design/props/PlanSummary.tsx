/** What this questionnaire brings to the plan, in a few lines beside the page. */

import { Link } from 'wouter'
import { levelSaid } from '../../../surveys/authority/levels.ts'
import { objectives } from '../../../surveys/authority/plan.ts'
import { tabHref } from '../addresses.ts'
import type { DraftRoom } from '../draft/useDraft.ts'
import { coverageOf } from '../plan/coverage.ts'

const nowhere = new Map<number, string[]>()

export function PlanSummary({ room }: { room: DraftRoom }) {
  const of = coverageOf(room.questionnaire, nowhere)
  const informed = objectives()
    .map((objective) => ({ ...objective, ...of(objective.number) }))
    .filter(({ questions, indicators }) => questions + indicators > 0)
  return (
    <section aria-label="Le plan">
      <h3>Le plan</h3>
      {informed.length === 0 ? (
        <p>Ce questionnaire n’éclaire {levelSaid('none', 'objective')} pour le moment.</p>
      ) : (
        <ul className="plan-summary">
          {informed.map(({ number, title, questions, indicators }) => (
            <li key={number}>
              <b>{number}</b>
              <span>
                {title}
                <small>
                  {questions} {questions > 1 ? 'questions' : 'question'},{' '}
                  {indicators === 0
                    ? 'aucun indicateur'
                    : `${indicators} ${indicators > 1 ? 'indicateurs' : 'indicateur'}`}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Link className="button" href={tabHref(room.slug, 'plan')}>
        Voir le plan
      </Link>
    </section>
  )
}
