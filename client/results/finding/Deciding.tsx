/** What was decided on a finding: the history stays, a new line is added. */

import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { capitalised, levelSaid } from '../../../surveys/authority/levels.ts'
import { call } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { useCorrection } from '../plan/CorrectionDialog.tsx'
import { DecisionForm } from '../plan/DecisionForm.tsx'
import { DecisionLine } from '../plan/DecisionLine.tsx'
import { Engaged } from '../plan/Engaged.tsx'
import { Former } from '../plan/Former.tsx'
import { day, findingAddress } from '../words.ts'

/** It is read as an earlier publication had it. */
export const isEarlier = ({ publication, last }: Pick<analyse.FindingPage, 'publication' | 'last'>): boolean =>
  last !== null && publication.number !== last

type Props = { page: analyse.FindingPage; refresh: () => void }

export function Deciding({ page, refresh }: Props) {
  const { finding, decisions, last } = page
  const { correct, correction } = useCorrection(() => {
    notify('La décision est corrigée.')
    refresh()
  })
  const { questionnaire, indicator } = finding
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">Décision</h2>
      {decisions.length === 0 && (
        <p className="muted">
          Aucune décision notée sur ce résultat.{' '}
          <Link href={`/analyse/objectif/${finding.objective}`}>
            Ce qui est décidé sur {levelSaid('the', 'objective')} {finding.objective}
          </Link>
        </p>
      )}
      <ol className="decisions" reversed>
        {decisions.toReversed().map((one) => (
          <DecisionLine key={one.at} at={one.at}>
            <b>{day(one.date)}</b> : {one.text}{' '}
            <span className="muted">
              (notée par {one.by}
              {one.publication !== null && `, sur la publication n° ${one.publication}`}
              {one.isPublic ? ', montrée aux habitants' : ''})
            </span>{' '}
            <button
              type="button"
              className="link no-print"
              aria-label={`Corriger\u202f: ${one.text}`}
              onClick={() => correct({ ...one, on: { questionnaire, indicator } })}
            >
              Corriger
            </button>
            <Former decision={one} />
            <Engaged decision={one} />
            {one.wordsThen && (
              <p className="muted small">
                {capitalised(levelSaid('the', 'objective'))} disait alors : « {one.wordsThen} ».
              </p>
            )}
          </DecisionLine>
        ))}
      </ol>
      {isEarlier(page) ? (
        <p>
          Une décision se note sur la dernière publication.{' '}
          <Link href={`${findingAddress(questionnaire, indicator)}#decision`}>Décider sur la n° {last}</Link>
        </p>
      ) : (
        <DecisionForm
          objective={finding.objective}
          send={(body) =>
            call('POST /api/analyse/:slug/findings/:indicator/decisions', {
              params: { slug: questionnaire, indicator },
              body,
            })
          }
          onDone={() => {
            notify('La décision est notée.')
            refresh()
          }}
        />
      )}
      {correction}
    </section>
  )
}
