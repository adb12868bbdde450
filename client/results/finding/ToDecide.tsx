/** The findings of one questionnaire to decide on, those without a decision first under each objective. */
import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { holds } from '../../../surveys/authority/follow-up.ts'
import { levelNumbers } from '../../../surveys/authority/levels.ts'
import { shortTitles } from '../../../surveys/authority/plan.ts'
import { Loading } from '../../parts/Loading.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Notices } from '../Notices.tsx'
import { decidedSaid } from '../words.ts'
import { type Line, onceEach } from './once-each.ts'

export function ToDecide({ slug }: { slug: string }) {
  const [loaded, again] = useLoaded(
    useCallback(() => call('GET /api/analyse/:slug/findings', { params: { slug } }), [slug]),
  )
  const title = loaded && 'value' in loaded ? loaded.value.title : ''
  return (
    <StaffFrame
      title="Décider"
      lead="Ce que l’enquête dit, et ce qui en est décidé. Chaque résultat s’ouvre sur sa preuve et sur la décision à noter."
      questionnaire={{ slug, title, stage: 'decide' }}
      actions={
        <Link className="button" href="/analyse/comite">
          Préparer le comité
        </Link>
      }
    >
      <Loading loaded={loaded} again={again}>
        {({ publication, findings }) =>
          publication === null ? (
            <p className="empty">
              Rien n’est encore publié. <Link href={`/analyse/${slug}/publier`}>Préparer une publication</Link>
            </p>
          ) : (
            <>
              <Notices publications={[publication]} />
              <Lines slug={slug} findings={findings} />
            </>
          )
        }
      </Loading>
    </StaffFrame>
  )
}

/** Of one objective, what is read before the rest is asked for. */
const mostShown = 3

function Lines({ slug, findings }: { slug: string; findings: analyse.FindingLine[] }) {
  const [isAll, setIsAll] = useState(false)
  const once = onceEach(findings)
  const waiting = once.filter(isWaiting)
  const [left, all] = [waiting.length, once.filter((one) => isDecided(one) || isDecidable(one)).length]
  const shown = isAll ? once : once.filter((one) => !isDecided(one))
  // what concludes nothing is read after what does
  const byObjective = [...Map.groupBy(shown, ({ objective }) => objective)].map(
    ([objective, own]) =>
      [objective, own.toSorted((a, b) => Number(isOpen(a)) - Number(isOpen(b)))] satisfies [number, unknown],
  )
  return (
    <>
      <p>
        {left === 0
          ? 'Une décision est notée sur chaque résultat.'
          : `${left} résultat${left > 1 ? 's' : ''} sur ${all} sans décision.`}{' '}
        {once.some(isDecided) && (
          <label className="choice-line">
            <input type="checkbox" checked={isAll} onChange={(event) => setIsAll(event.target.checked)} /> Montrer aussi
            ceux qui ont une décision
          </label>
        )}
      </p>
      {byObjective.map(([objective, own]) => (
        <section key={objective} className="section" aria-labelledby={`objective-${objective}`}>
          <h2 id={`objective-${objective}`}>
            <Link href={`/analyse/objectif/${objective}`}>
              {objective}. {shortTitles()[objective]}
            </Link>
          </h2>
          <Findings slug={slug} findings={own.slice(0, mostShown)} />
          {own.length > mostShown && (
            <details>
              <summary>
                {own.length === mostShown + 1 ? 'Un autre résultat' : `${own.length - mostShown} autres résultats`}
              </summary>
              <Findings slug={slug} findings={own.slice(mostShown)} />
            </details>
          )}
        </section>
      ))}
    </>
  )
}

/** Without a figure there is nothing to decide on yet. */
const isDecidable = ({ estimate }: analyse.FindingLine) => estimate.value !== null
const isDecided = ({ decided }: analyse.FindingLine) => decided !== null && holds(decided)
const isWaiting = (finding: analyse.FindingLine) => !isDecided(finding) && isDecidable(finding)
const isOpen = (finding: analyse.FindingLine) => finding.strength === 'non concluant' || !isDecidable(finding)

const Findings = ({ slug, findings }: { slug: string; findings: Line[] }) => (
  <ul className="matters">
    {findings.map((finding) => {
      const { indicator, sentence, decided, serves } = finding
      const verb = isDecided(finding) ? 'Revoir' : isDecidable(finding) ? 'Décider' : 'Lire'
      return (
        <li key={indicator}>
          <p>
            {sentence} {decided && <small className="muted">{decidedSaid(decided)}</small>}
            {serves.length > 0 && (
              <small className="muted">
                {' '}
                Sert aussi{'\u202f'}: {levelNumbers('objective', serves)}.
              </small>
            )}
          </p>
          <Link
            className={verb === 'Lire' ? undefined : 'button'}
            href={`/analyse/${slug}/resultat/${encodeURIComponent(indicator)}`}
            aria-label={`${verb}\u202f: ${sentence}`}
          >
            {verb}
          </Link>
        </li>
      )
    })}
  </ul>
)
