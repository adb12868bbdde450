/** The reference tables: what is filled in, since when, from where. */
import { useCallback } from 'react'
import { Link } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { dayText } from '../../parts/staff/dates.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'

export function Tables() {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/tables'), []))
  return (
    <StaffFrame
      title="Tables de référence"
      lead="Ce que seule la collectivité sait, et que l’analyse utilise. Rien n’est supposé : une table vide reste vide."
    >
      <Loading loaded={loaded} again={again}>
        {({ tables }) => (
          <>
            <First tables={tables} />
            <DataTable
              caption="Tables"
              rows={tables}
              keyOf={({ name }) => name}
              columns={[
                {
                  title: 'Table',
                  isHeading: true,
                  cell: ({ name, title, help }) => (
                    <>
                      <Link href={`/gerer/tables/${name}`}>{title}</Link>
                      <br />
                      <small className="muted">{help}</small>
                    </>
                  ),
                },
                {
                  title: 'État',
                  cell: ({ name, current, without }) =>
                    current ? (
                      <span className="badge" data-kind="good">
                        {current.lines} lignes
                      </span>
                    ) : (
                      <>
                        <span className="badge" data-kind="warm">
                          {name === 'zones' ? 'provisoire' : 'vide'}
                        </span>
                        <br />
                        <small className="muted">Sans elle, {without}</small>
                      </>
                    ),
                },
                {
                  title: 'Date et source',
                  cell: ({ current }) => (current ? `${dayText(current.date)} · ${current.source}` : ''),
                },
              ]}
            />
          </>
        )}
      </Loading>
    </StaffFrame>
  )
}

/** Among those that are empty, the one to begin with. */
function First({ tables }: staff.TableList) {
  const first = tables.find(({ current }) => current === null)
  return (
    first && (
      <p className="notice">
        À remplir d’abord : <Link href={`/gerer/tables/${first.name}`}>{first.title}</Link>. Sans elle, {first.without}
      </p>
    )
  )
}
