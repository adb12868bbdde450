/** One objective of the plan: why it stands where it does, and each of its findings. */
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../api/wire.ts'
import { actions, objectives } from '../../surveys/plan.ts'
import { Loading } from '../admin/Loading.tsx'
import { StaffFrame } from '../parts/staff/StaffFrame.tsx'
import { call } from '../parts/staff/staffApi.ts'
import { useLoaded } from '../parts/useLoaded.ts'
import { Strength } from './Strength.tsx'
import { day, statusWords } from './words.ts'

export function Objective({ number }: { number: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call<analyse.ObjectivePage>('GET', `/api/analyse/objectives/${number}`), [number]),
  )
  const objective = objectives.find((one) => one.number === Number(number))
  const action = objective && actions.find((one) => one.number === objective.action)
  return (
    <StaffFrame title={objective ? `Objectif ${number}. ${objective.title}` : 'Objectif inconnu'}>
      <nav aria-label="Retour" className="rooms">
        <Link href="/analyse">← Le plan</Link>
      </nav>
      {action && (
        <p className="muted">
          Action {action.number} : {action.title} · pilotes : {action.pilots.join(', ')}
          {objective.start ? ` · à partir de ${objective.start}` : ''}
        </p>
      )}
      <Loading loaded={loaded} again={again}>
        {({ row, findings }) => (
          <>
            <p>
              <b>{statusWords[row.status]}.</b> {row.why}
            </p>
            {findings.length === 0 && <p className="empty">Aucun résultat n’est publié pour cet objectif.</p>}
            <ul className="findings">
              {findings.map(({ questionnaire, indicator, title, sentence, strength, decided }) => (
                <li key={`${questionnaire}/${indicator}`}>
                  <Link href={`/analyse/${questionnaire}/resultat/${indicator}`}>{title}</Link>
                  <p className="finding-line">{sentence}</p>
                  <p className="tile-foot">
                    <Strength strength={strength} />
                    {decided && <span>Décision du {day(decided)}</span>}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}
