/** Whose plan and territory this site works for: in brief, part by part, and every version with what it changed. */
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { authority } from '../../../api/wire/public.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { dayText, momentText } from '../../parts/staff/dates.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'

const counted = new Intl.NumberFormat('fr-FR')

export function AuthorityHome() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/authority/page'), []))
  return (
    <StaffFrame
      title="Collectivité"
      lead="Le plan, le territoire et les mots que tout le site utilise. Chaque changement est daté, avec sa source."
    >
      <Loading loaded={loaded} again={again}>
        {(page) => (
          <>
            <Brief page={page} />
            <DataTable
              caption="Ce que vous pouvez modifier"
              rows={page.tables}
              keyOf={({ name }) => name}
              empty=""
              columns={[
                {
                  title: 'Partie',
                  isHeading: true,
                  cell: ({ name, title, help }) => (
                    <>
                      <Link href={`/gerer/collectivite/${name}`}>{title}</Link>
                      <br />
                      <small className="muted">{help}</small>
                    </>
                  ),
                },
                { title: 'Lignes', isNumber: true, cell: ({ lines }) => lines },
              ]}
            />
            <p className="muted">
              Les zones se décident dans <Link href="/gerer/tables/zones">Tables, Zones du territoire</Link>, le nom
              affiché et les contacts dans <Link href="/gerer/reglages">Réglages</Link>.
            </p>
            <Versions history={page.history} />
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

function Brief({ page }: { page: authority.AuthorityPage }) {
  return (
    <dl className="facts">
      <div>
        <dt>Collectivité</dt>
        <dd>{page.name}</dd>
      </div>
      <div>
        <dt>Plan</dt>
        <dd>
          {page.plan} : {page.axes} axes, {page.actions} actions, {page.objectives} objectifs
        </dd>
      </div>
      <div>
        <dt>Territoire</dt>
        <dd>
          {page.communes} communes, {counted.format(page.inhabitants)} habitants
          <br />
          <small className="muted">{page.source}</small>
        </dd>
      </div>
    </dl>
  )
}

export function Versions({ history }: { history: authority.AuthorityPage['history'] }) {
  return (
    <section className="section">
      <h2>Versions</h2>
      {history.length === 0 && (
        <p className="empty">Rien n’a encore changé : c’est la collectivité fournie avec le site qui est en vigueur.</p>
      )}
      {history.map(({ number, date, source, changes, savedAt, savedBy }) => (
        <details key={number} className="notice">
          <summary>
            Version {number}, en vigueur depuis le {dayText(date)} : {source}
          </summary>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          <p className="muted small">
            Enregistrée le {momentText(savedAt)} par {savedBy}.
          </p>
        </details>
      ))}
    </section>
  )
}
