/** What was decided on a finding: the history stays, a new line is added. */

import type { analyse } from '../../../api/wire/public.ts'
import { capitalised, levelSaid } from '../../../surveys/authority/levels.ts'
import { call } from '../../parts/staff/staffApi.ts'
import { DecisionForm } from '../plan/DecisionForm.tsx'
import { DecisionLine } from '../plan/DecisionLine.tsx'
import { Engaged } from '../plan/Engaged.tsx'
import { day } from '../words.ts'

type Props = { page: analyse.FindingPage; again: () => void }

export function Deciding({ page: { finding, decisions }, again }: Props) {
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">Décision</h2>
      {decisions.length === 0 && <p className="muted">Aucune décision notée.</p>}
      <ol className="decisions" reversed>
        {decisions.toReversed().map((one) => (
          <DecisionLine key={one.at} at={one.at}>
            <b>{day(one.date)}</b> : {one.text}{' '}
            <span className="muted">
              (notée par {one.by}
              {one.publication !== null && `, sur la publication n° ${one.publication}`}
              {one.isPublic ? ', montrée aux habitants' : ''})
            </span>
            <Engaged decision={one} />
            {one.wordsThen && (
              <p className="muted small">
                {capitalised(levelSaid('the', 'objective'))} disait alors : « {one.wordsThen} ».
              </p>
            )}
          </DecisionLine>
        ))}
      </ol>
      <DecisionForm
        objective={finding.objective}
        send={(body) =>
          call('POST /api/analyse/:slug/findings/:indicator/decisions', {
            params: { slug: finding.questionnaire, indicator: finding.indicator },
            body,
          })
        }
        onDone={again}
      />
    </section>
  )
}
