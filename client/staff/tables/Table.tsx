/** One reference table: typed or pasted, checked while typing, saved as a dated version. */
import { useCallback, useMemo } from 'react'
import { Link } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { dayText, momentText } from '../../parts/staff/dates.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { type VersionCalls, VersionEditor } from './VersionEditor.tsx'

export function Table({ kind }: { kind: string }) {
  const [loaded, again] = useLoaded(useCallback(() => call('GET /api/tables/:kind', { params: { kind } }), [kind]))
  const page = loaded && 'value' in loaded ? loaded.value : null
  return (
    <StaffFrame title={page?.title ?? 'Table'} {...(page ? { lead: page.help } : {})}>
      <p>
        <Link href="/gerer/tables">Toutes les tables</Link>
      </p>
      <Loading loaded={loaded} again={again}>
        {(table) => <Editor key={table.current?.number ?? 0} page={table} onSaved={again} />}
      </Loading>
    </StaffFrame>
  )
}

function Editor({ page, onSaved }: { page: staff.TablePage; onSaved: () => void }) {
  const { name, current, history } = page
  const calls = useMemo(
    (): VersionCalls => ({
      read: (text) => call('POST /api/tables/:kind/read', { params: { kind: name }, body: { text } }),
      check: (cells) => call('POST /api/tables/:kind/check', { params: { kind: name }, body: { cells } }),
      save: (draft) => call('POST /api/tables/:kind', { params: { kind: name }, body: draft }),
    }),
    [name],
  )
  return (
    <>
      <VersionEditor
        page={page}
        draftKey={`table:${name}`}
        calls={calls}
        words={words}
        from={current?.number ?? 0}
        onSaved={onSaved}
      />
      {history.length > 0 && (
        <section className="section">
          <h2>Versions</h2>
          <DataTable
            caption="Versions enregistrées"
            isCaptionHidden
            rows={history}
            keyOf={({ number }) => number}
            empty=""
            columns={[
              { title: 'Version', isNumber: true, isHeading: true, cell: ({ number }) => number },
              { title: 'Chiffres du', cell: (version) => dayText(version.date) },
              { title: 'Source', cell: (version) => version.source },
              { title: 'Lignes', isNumber: true, cell: ({ lines }) => lines },
              { title: 'Enregistrée', cell: ({ savedAt, savedBy }) => `${momentText(savedAt)} par ${savedBy}` },
            ]}
          />
        </section>
      )}
    </>
  )
}

const words = {
  title: 'D’où viennent ces chiffres',
  sourceHelp: 'Délibération, fichier Caf, comptage… avec sa référence.',
  dateLabel: 'Date des chiffres',
  dateHelp: 'Le jour où ils étaient vrais, pas celui de la saisie.',
  button: 'Enregistrer la table',
  saved: 'La table est enregistrée.',
}
