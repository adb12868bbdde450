/** Every questionnaire: where it stands, and what comes next. */
import { useCallback } from 'react'
import { Link } from 'wouter'
import { Loading } from '../../parts/Loading.tsx'
import { answersText } from '../../parts/staff/answers.ts'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { dayText } from '../../parts/staff/dates.ts'
import { useMe } from '../../parts/staff/me.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { StatusBadge } from '../../parts/staff/StatusBadge.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { hubHref, worksAt } from './stages.ts'

export function AllQuestionnaires() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/stages'), []))
  const roles = useMe()?.account?.roles ?? []
  const isDesigner = roles.includes('designer')
  return (
    <StaffFrame
      title="Questionnaires"
      lead="Écrire, relire, diffuser, suivre, publier, décider : chaque questionnaire a sa page."
      isWide
      actions={
        isDesigner && (
          <Link href="/concevoir#nouveau" className="button" data-kind="main">
            Nouveau questionnaire
          </Link>
        )
      }
    >
      <Loading loaded={loaded} again={again}>
        {({ questionnaires }) => (
          <DataTable
            caption="Questionnaires"
            rows={questionnaires}
            keyOf={({ slug }) => slug}
            isCards
            empty="Aucun questionnaire pour le moment."
            columns={[
              {
                title: 'Questionnaire',
                isHeading: true,
                cell: ({ slug, title }) => <Link href={hubHref(slug)}>{title}</Link>,
              },
              {
                title: 'État',
                cell: ({ status, version, closesAt }) => (
                  <>
                    <StatusBadge status={status} />
                    <small className="muted">
                      {version !== null && ` version ${version}`}
                      {closesAt && ` · ${status === 'closed' ? 'clos le' : 'jusqu’au'} ${dayText(closesAt)}`}
                    </small>
                  </>
                ),
              },
              {
                title: 'Réponses',
                isNumber: true,
                cell: ({ answers, status, version }) => (version === null ? '–' : answersText(answers, status)),
              },
              {
                title: 'La suite',
                cell: ({ next }) =>
                  next === null ? (
                    <span className="muted">rien n’attend</span>
                  ) : worksAt(next.link, roles) ? (
                    <Link href={next.link}>{next.linkText}</Link>
                  ) : (
                    next.text
                  ),
              },
            ]}
          />
        )}
      </Loading>
    </StaffFrame>
  )
}
