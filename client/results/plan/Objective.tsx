/** One objective of the plan: why it stands where it does, and each of its findings with its figure. */
import { useCallback } from 'react'
import { Link } from 'wouter'
import { actions, objectives, shortTitles } from '../../../surveys/authority/plan.ts'
import { Figure } from '../../parts/charts/Whisker.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Notices } from '../Notices.tsx'
import { StatusMark } from '../StatusMark.tsx'
import { Strength } from '../Strength.tsx'
import { day, statusWords } from '../words.ts'

export function Objective({ number }: { number: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/analyse/objectives/:number', { params: { number } }), [number]),
  )
  const objective = objectives().find((one) => one.number === Number(number))
  const action = objective && actions().find((one) => one.number === objective.action)
  return (
    <StaffFrame
      title={objective ? `Objectif ${number}. ${shortTitles()[objective.number]}` : 'Objectif inconnu'}
      lead={objective?.title ?? `Le plan compte ${objectives().length} objectifs.`}
      isWide
    >
      <nav aria-label="Retour" className="rooms">
        <Link href="/analyse">← Le plan</Link>
        <Neighbour number={Number(number)} step={-1} text="Objectif précédent" />
        <Neighbour number={Number(number)} step={1} text="Objectif suivant" />
      </nav>
      <Loading loaded={loaded} again={again}>
        {({ row, findings, publications }) => (
          <>
            <Notices publications={publications} isNamed />
            <dl className="facts">
              <div>
                <dt>État</dt>
                <dd className="tile-foot">
                  <StatusMark status={row.status} /> {statusWords[row.status]}
                </dd>
              </div>
              {action && (
                <>
                  <div>
                    <dt>Action {action.number}</dt>
                    <dd>{action.title}</dd>
                  </div>
                  <div>
                    <dt>Pilotes</dt>
                    <dd>{action.pilots.join(', ')}</dd>
                  </div>
                </>
              )}
              {objective?.start && (
                <div>
                  <dt>Début</dt>
                  <dd>{objective.start}</dd>
                </div>
              )}
            </dl>
            <p>{row.why}</p>
            {findings.length === 0 && <p className="empty">Aucun résultat n’est publié pour cet objectif.</p>}
            <ul className="findings">
              {findings.map((line) => (
                <li key={`${line.questionnaire}/${line.indicator}`}>
                  <Figure line={line} />
                  <div>
                    <h2>
                      <Link href={`/analyse/${line.questionnaire}/resultat/${line.indicator}`}>{line.title}</Link>
                    </h2>
                    <p>{line.sentence}</p>
                    <p className="tile-foot">
                      <Strength strength={line.strength} />
                      {line.decided && <span className="badge">décision du {day(line.decided)}</span>}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

/** The objective before or after in the plan, whatever their numbers. */
function Neighbour({ number, step, text }: { number: number; step: 1 | -1; text: string }) {
  const place = objectives().findIndex((one) => one.number === number)
  const there = place < 0 ? undefined : objectives()[place + step]
  return there ? <Link href={`/analyse/objectif/${there.number}`}>{text}</Link> : null
}
