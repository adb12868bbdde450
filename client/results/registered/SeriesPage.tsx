/** One series: its picture and values, the form to enter or correct it, and its history. */

import { useCallback, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import type { evidence } from '../../../api/wire/public.ts'
import { levelWords } from '../../../surveys/authority/levels.ts'
import { shortTitles } from '../../../surveys/authority/plan.ts'
import { Series } from '../../parts/charts/Series.tsx'
import { Button } from '../../parts/forms/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { momentText } from '../../parts/staff/dates.ts'
import { Section } from '../../parts/staff/Section.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { day } from '../words.ts'
import { SeriesForm } from './SeriesForm.tsx'
import { Withdrawal } from './Withdrawal.tsx'

export function SeriesPage({ id }: { id: string }) {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/registered/:id', { params: { id } }), [id]))
  const page = loaded && 'value' in loaded ? loaded.value : null
  return (
    <StaffFrame title={page?.title || 'Relever un chiffre'} {...(page?.definition ? { lead: page.definition } : {})}>
      <nav aria-label="Retour" className="rooms room-nav">
        <Link href="/analyse/releves">← Chiffres relevés</Link>
      </nav>
      <Loading loaded={loaded} again={again}>
        {(series) => <Content key={series.number} page={series} onSaved={again} />}
      </Loading>
    </StaffFrame>
  )
}

function Content({ page, onSaved }: { page: evidence.SeriesPage; onSaved: () => void }) {
  const [search] = useSearchParams()
  const [isEditing, setIsEditing] = useState(page.number === 0)
  const objective = Number(search.get('objectif'))
  const objectives = page.objectives.length === 0 && objective > 0 ? [objective] : page.objectives
  return (
    <>
      {page.isOffered && (
        <p className="notice">
          Ces chiffres sont proposés : relisez-les, corrigez ce qui doit l’être, puis enregistrez. Rien ne l’est encore.
        </p>
      )}
      {page.withdrawn && (
        <p className="notice" data-kind="warm">
          Cette série est retirée : elle n’est plus montrée sous le plan. Enregistrez-la de nouveau pour l’y remettre.
        </p>
      )}
      {page.number > 0 && <Shown page={page} />}
      {page.number > 0 && !isEditing && (
        <div className="actions no-print">
          <Button kind="main" onClick={() => setIsEditing(true)}>
            Corriger ou compléter
          </Button>
          {!page.withdrawn && <Withdrawal page={page} onDone={onSaved} />}
        </div>
      )}
      {isEditing && <SeriesForm page={{ ...page, objectives }} onSaved={onSaved} />}
      {page.history.length > 0 && <History history={page.history} />}
    </>
  )
}

function Shown({ page }: { page: evidence.SeriesPage }) {
  return (
    <>
      <p className="statement">{page.sentence}</p>
      <Series chart={page.chart} />
      <DataTable
        caption="Valeurs"
        rows={page.values}
        keyOf={({ period }) => period}
        columns={[
          { title: 'Année', isHeading: true, cell: ({ period }) => period },
          { title: `Valeur (${page.unit})`, isNumber: true, cell: ({ text }) => text },
          { title: 'État', cell: ({ state }) => state },
          { title: 'Date', cell: (value) => (value.day ? day(value.day) : '') },
          { title: 'Remarque', cell: ({ note }) => note },
        ]}
      />
      <dl className="facts">
        <div>
          <dt>Source</dt>
          <dd>
            {page.link ? (
              <a href={page.link} rel="noreferrer">
                {page.source}
              </a>
            ) : (
              page.source
            )}
          </dd>
        </div>
        <div>
          <dt>Donnés le</dt>
          <dd>{day(page.date)}</dd>
        </div>
        {page.limits && (
          <div>
            <dt>Limites</dt>
            <dd>{page.limits}</dd>
          </div>
        )}
        <div>
          <dt>Sous</dt>
          <dd>
            {page.objectives.map((number, at) => (
              <span key={number}>
                {at > 0 && ' · '}
                <Link href={`/analyse/objectif/${number}`}>
                  {number}. {shortTitles()[number] ?? `${levelWords('objective').one} d’un plan antérieur`}
                </Link>
              </span>
            ))}
          </dd>
        </div>
      </dl>
    </>
  )
}

const History = ({ history }: { history: evidence.SeriesPage['history'] }) => (
  <Section id="history-title" title="Historique">
    <ol className="history" reversed>
      {history.map(({ number, savedAt, savedBy, reason, withdrawn, changes }) => (
        <li key={number}>
          <p>
            <b>{momentText(savedAt)}</b>, par {savedBy}
            {withdrawn && <span className="badge">retirée</span>}
          </p>
          {reason && <p>« {reason} »</p>}
          {!withdrawn && <p className="muted small">{changes.join(' ')}</p>}
        </li>
      ))}
    </ol>
  </Section>
)
