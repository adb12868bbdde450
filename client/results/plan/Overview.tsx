/** The dashboard's first page: what to remember, the wall of the plan, the questionnaires it rests on, the documents. */

import { useCallback } from 'react'
import { Link } from 'wouter'
import type { analyse } from '../../../api/wire/public.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Notices } from '../Notices.tsx'
import { Files } from '../publications/Files.tsx'
import { answers, day } from '../words.ts'
import { ChangePlan } from './ChangePlan.tsx'
import { MainFindings } from './MainFindings.tsx'
import { Wall } from './Wall.tsx'

export function Overview() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/analyse'), []))
  return (
    <StaffFrame title="Le plan et ce qu’en disent les réponses" isWide>
      <Loading loaded={loaded} again={again}>
        {(overview) => (
          <>
            <Notices publications={overview.questionnaires.map(({ current }) => current)} isNamed />
            {overview.main.length > 0 ? (
              <MainFindings title="À retenir" findings={overview.main} />
            ) : (
              <NothingYet overview={overview} />
            )}
            <nav aria-label="Autour du plan" className="links">
              <Link href="/analyse/suivi">Suivi du plan et documents</Link>
              <Link href="/analyse/calendrier">Le calendrier du plan</Link>
              <Link href="/analyse/releves">Chiffres relevés</Link>
              <ChangePlan />
            </nav>
            <Wall rows={overview.rows} />
            <Surveys overview={overview} />
            <Files files={overview.files} />
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

/** Before anything is published: where the first results will come from. */
function NothingYet({ overview: { questionnaires } }: { overview: analyse.Overview }) {
  if (questionnaires.length === 0)
    return (
      <p className="empty">
        Vous ne travaillez encore sur aucun questionnaire : l’administration peut vous en ouvrir un.
      </p>
    )
  if (questionnaires.some(({ current }) => current !== null))
    return (
      <p className="empty">
        Ce qui est publié repose encore sur trop peu de réponses pour être retenu ici. Chaque questionnaire dit ce qu’il
        a, sous « Décider ». <a href="#surveys">Voir les questionnaires</a>
      </p>
    )
  return (
    <p className="empty">
      Aucun résultat publié : l’essentiel s’écrira ici. Pendant la collecte, seul le nombre de réponses est montré.{' '}
      <a href="#surveys">Voir les questionnaires</a>
    </p>
  )
}

function Surveys({ overview: { questionnaires } }: { overview: analyse.Overview }) {
  if (questionnaires.length === 0) return null
  return (
    <section className="section" id="surveys" aria-labelledby="surveys-title">
      <h2 id="surveys-title">Les questionnaires</h2>
      <DataTable
        caption="Questionnaires, et ce qui en est publié"
        rows={questionnaires}
        keyOf={({ slug }) => slug}
        columns={[
          {
            title: 'Questionnaire',
            isHeading: true,
            cell: ({ slug, title, status, current }) => (
              <>
                <Link href={current ? `/analyse/${slug}/questions` : `/terrain/${slug}/suivi`}>{title}</Link>{' '}
                {status === 'trial' && <span className="badge">à l’essai</span>}
              </>
            ),
          },
          {
            title: 'Résultats',
            cell: ({ current }) =>
              current
                ? `${answers(current.responses)}, publication n° ${current.number} du ${day(current.madeAt)}`
                : 'rien de publié',
          },
          {
            title: 'Voir',
            cell: ({ slug, title, current }) => (
              <span className="links">
                <Link href={`/terrain/${slug}/suivi`} aria-label={`Suivi : ${title}`}>
                  Suivi
                </Link>
                <Link
                  href={`/analyse/${slug}/publications`}
                  aria-label={`${current ? 'Publications' : 'Publier'} : ${title}`}
                >
                  {current ? 'Publications' : 'Publier'}
                </Link>
              </span>
            ),
          },
        ]}
      />
    </section>
  )
}
