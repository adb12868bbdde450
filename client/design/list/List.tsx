/** The questionnaires: where each stands, and the ways to begin another. */
import { useCallback, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { design } from '../../../api/wire/public.ts'
import { sentBackText } from '../../../surveys/review/sent-back.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Ribbon } from '../../parts/Ribbon.tsx'
import { answersText } from '../../parts/staff/answers.ts'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { dayText, momentText } from '../../parts/staff/dates.ts'
import { useMe } from '../../parts/staff/me.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { StatusBadge } from '../../parts/staff/StatusBadge.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { tabHref } from '../addresses.ts'
import { LineActions } from './LineActions.tsx'
import { type Beginning, NewDialog } from './NewDialog.tsx'

type Line = design.DesignLine

export function List() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/design'), []))
  const [, go] = useLocation()
  const [beginning, setBeginning] = useState<Beginning | null>(() =>
    location.hash === '#nouveau' ? { from: 'blank' } : null,
  )
  const roles = useMe()?.account?.roles ?? []
  const isDesigner = roles.includes('designer')
  const lines = loaded && 'value' in loaded ? loaded.value.questionnaires : []
  return (
    <StaffFrame
      title="Concevoir"
      lead="Écrire un questionnaire, le faire relire, l’ouvrir. Une version approuvée ne change plus : on prépare la suivante."
      actions={
        isDesigner && (
          <Button kind="main" onClick={() => setBeginning({ from: 'blank' })}>
            Nouveau questionnaire
          </Button>
        )
      }
    >
      <Loading loaded={loaded} again={again}>
        {({ questionnaires }) => {
          const current = questionnaires.filter(({ status }) => status !== 'archived')
          const archived = questionnaires.filter(({ status }) => status === 'archived')
          const table = (rows: Line[], caption: string) => (
            <DataTable
              caption={caption}
              rows={rows}
              keyOf={({ slug }) => slug}
              columns={[
                { title: 'Questionnaire', isHeading: true, cell: titleCell },
                { title: 'État', cell: statusCell },
                { title: 'Réponses', isNumber: true, cell: ({ answers, status }) => answersText(answers, status) },
                {
                  title: 'Dernier changement',
                  cell: ({ updatedAt, updatedByName }) =>
                    `${momentText(updatedAt)}${updatedByName ? `, ${updatedByName}` : ''}`,
                },
                ...(isDesigner
                  ? [
                      {
                        title: 'Actions',
                        cell: (line: Line) => (
                          <LineActions
                            line={line}
                            onCopy={() => setBeginning({ from: 'copy', slug: line.slug })}
                            onChanged={again}
                          />
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )
          return (
            <>
              {current.length === 0 ? (
                <div className="calm">
                  <Ribbon spans={[]} />
                  <p>Aucun questionnaire pour le moment.</p>
                </div>
              ) : (
                table(current, 'Questionnaires')
              )}
              {archived.length > 0 && (
                <details className="design-archived">
                  <summary>Archivés ({archived.length})</summary>
                  {table(archived, 'Questionnaires archivés')}
                </details>
              )}
            </>
          )
        }}
      </Loading>
      {beginning && (
        <NewDialog
          beginning={beginning}
          lines={lines}
          onClose={() => setBeginning(null)}
          onMade={(slug) => go(tabHref(slug, 'page'))}
        />
      )}
    </StaffFrame>
  )
}

const titleCell = ({ slug, title }: Line) => (
  <>
    <Link href={tabHref(slug, 'page')}>{title || 'Sans titre'}</Link>
    <br />
    <small className="muted">{slug}</small>
  </>
)

const statusCell = ({ slug, status, version, hasDraft, draftState, remarks, closesAt }: Line) => {
  return (
    <>
      <StatusBadge status={status} />
      {version !== null && <small className="muted"> version {version}</small>}
      {version !== null && hasDraft && (
        <small className="design-next">
          {draftState === 'review' ? 'version suivante en relecture' : 'version suivante en brouillon'}
        </small>
      )}
      {remarks > 0 && (
        <small className="design-next">
          <Link className="design-returned" href={tabHref(slug, 'controle')}>
            {sentBackText(remarks)}
          </Link>
        </small>
      )}
      {closesAt && <small className="design-next muted">jusqu’au {dayText(closesAt)}</small>}
    </>
  )
}
