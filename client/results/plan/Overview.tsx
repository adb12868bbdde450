/** The dashboard's first page: what is collected, what to remember, the wall of the plan, the documents. */

import { useCallback } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { levelTitle, levelWords } from '../../../surveys/authority/levels.ts'
import { Figure } from '../../parts/charts/Whisker.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Notices } from '../Notices.tsx'
import { Files } from '../publications/Files.tsx'
import { Strength } from '../Strength.tsx'
import { answers, day } from '../words.ts'
import { Wall } from './Wall.tsx'

export function Overview() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/analyse'), []))
  return (
    <StaffFrame title="Le plan et ce qu’en disent les réponses" isWide>
      <Loading loaded={loaded} again={again}>
        {(overview) => (
          <>
            <Notices publications={overview.questionnaires.map(({ current }) => current)} isNamed />
            <Surveys overview={overview} />
            {overview.main.length > 0 && <Main findings={overview.main} />}
            <nav aria-label="Autour du plan" className="links">
              <Link href="/analyse/suivi">Suivi du plan et documents</Link>
              <Link href="/analyse/calendrier">Le calendrier du plan</Link>
              <Link href="/analyse/releves">Chiffres relevés</Link>
            </nav>
            <Wall rows={overview.rows} />
            <Files files={overview.files} />
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

function Surveys({ overview: { questionnaires } }: { overview: analyse.Overview }) {
  if (questionnaires.length === 0)
    return (
      <p className="empty">
        Vous ne travaillez encore sur aucun questionnaire : l’administration peut vous en ouvrir un.
      </p>
    )
  return (
    <section className="surveys" aria-label="Questionnaires">
      {questionnaires.map(({ slug, title, status, current }) => (
        <article key={slug} className="survey">
          <h2>
            <Link href={`/analyse/${slug}/${current ? 'questions' : 'terrain'}`}>{title}</Link>
          </h2>
          {status === 'trial' && <span className="badge">à l’essai</span>}
          <p className="muted">
            {current
              ? `${answers(current.responses)}, publication n° ${current.number} du ${day(current.madeAt)}`
              : 'Aucun résultat publié : pendant la collecte, seul le nombre de réponses est montré.'}
          </p>
          <p className="links">
            <Link href={`/analyse/${slug}/terrain`}>La collecte</Link>
            <Link href={`/analyse/${slug}/publications`}>{current ? 'Publications' : 'Publier'}</Link>
          </p>
        </article>
      ))}
    </section>
  )
}

/** What the report puts first too. */
function Main({ findings }: { findings: analyse.FindingLine[] }) {
  return (
    <section className="section" aria-labelledby="main-title">
      <h2 id="main-title">À retenir</h2>
      <p>
        <Link href="/analyse/comite">Une page pour décider</Link>, {levelWords('objective').one} par{' '}
        {levelWords('objective').one}, à montrer au comité.
      </p>
      <ul className="main-findings">
        {findings.map((line) => (
          <li key={`${line.questionnaire}/${line.indicator}`}>
            <p className="eyebrow">{levelTitle('objective', line.objective)}</p>
            <h3>
              <Link href={`/analyse/${line.questionnaire}/resultat/${line.indicator}`}>{line.title}</Link>
            </h3>
            <Figure line={line} />
            <p>{line.sentence}</p>
            <Strength strength={line.strength} />
          </li>
        ))}
      </ul>
    </section>
  )
}
