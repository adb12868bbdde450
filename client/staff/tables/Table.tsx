/** One reference table: typed or pasted, checked while typing, saved as a dated version. */
import { useCallback, useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { dayText, momentText } from '../../parts/staff/dates.ts'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call } from '../../parts/staff/staffApi.ts'
import { notify, orNotify } from '../../parts/staff/Toasts.tsx'
import { useLoaded } from '../../parts/useLoaded.ts'
import { Differences } from './Differences.tsx'
import { PriceGrid } from './PriceGrid.tsx'
import { isNumbers } from './TableEditor.tsx'
import { type VersionCalls, VersionEditor } from './VersionEditor.tsx'

export function Table({ kind }: { kind: string }) {
  const [loaded, again, refresh] = useLoaded(
    useCallback(() => call('GET /api/tables/:kind', { params: { kind } }), [kind]),
  )
  const page = loaded && 'value' in loaded ? loaded.value : null
  return (
    <StaffFrame title={page?.title ?? 'Table'} {...(page ? { lead: page.help } : {})} isWide>
      <p>
        <Link href="/gerer/tables">Toutes les tables</Link>
      </p>
      <Loading loaded={loaded} again={again}>
        {(table) => <Editor page={table} onSaved={refresh} />}
      </Loading>
    </StaffFrame>
  )
}

function Editor({ page, onSaved }: { page: staff.ReferenceTablePage; onSaved: () => void }) {
  const { name, current, history, expected, missing, usedBy } = page
  const [opened, setOpened] = useState<staff.TableVersionPage | null>(null)
  const [restored, setRestored] = useState<{ cells: string[][]; source: string; date: string } | null>(null)
  const open = async (number: number) => {
    await orNotify(async () =>
      setOpened(await call('GET /api/tables/:kind/versions/:number', { params: { kind: name, number } })),
    )
  }
  const calls = useMemo(
    (): VersionCalls => ({
      read: (text) => call('POST /api/tables/:kind/read', { params: { kind: name }, body: { text } }),
      check: (cells) => call('POST /api/tables/:kind/check', { params: { kind: name }, body: { cells } }),
      save: (draft, isConfirmed) =>
        call('POST /api/tables/:kind', { params: { kind: name }, body: { ...draft, isConfirmed } }),
    }),
    [name],
  )
  return (
    <>
      <UsedBy titles={usedBy} />
      <VersionEditor
        page={page}
        draftKey={`table:${name}`}
        calls={calls}
        words={words}
        from={current?.number ?? 0}
        onSaved={onSaved}
        expected={expected}
        missing={missing}
        restored={restored}
        {...(name === 'prices' ? { Grid: PriceGrid } : {})}
      />
      {history.length > 0 && (
        <section className="section">
          <h2>Versions</h2>
          <DataTable
            caption="Versions enregistrées"
            rows={history}
            keyOf={({ number }) => number}
            columns={[
              {
                title: 'Version',
                isHeading: true,
                cell: ({ number }) => (
                  <button type="button" className="link" onClick={() => open(number)}>
                    {`Version\u00a0${number}`}
                  </button>
                ),
              },
              { title: 'Établie le', cell: (version) => dayText(version.date) },
              { title: 'Source', cell: (version) => version.source },
              { title: 'Lignes', isNumber: true, cell: ({ lines }) => lines },
              { title: 'Enregistrée', cell: ({ savedAt, savedBy }) => `${momentText(savedAt)} par ${savedBy}` },
            ]}
          />
        </section>
      )}
      {opened && (
        <Dialog
          isOpen
          isWide
          title={`${page.title}, version ${opened.number}`}
          onClose={() => setOpened(null)}
          actions={
            opened.number !== current?.number && (
              <DialogButton
                onPress={() => {
                  const { cells, source, date } = opened
                  setRestored({ cells, source, date })
                  setOpened(null)
                  notify(`La version ${opened.number} est de nouveau dans la table : vérifiez, puis enregistrez.`)
                }}
              >
                Repartir de cette version
              </DialogButton>
            )
          }
        >
          <p>
            Établie le {dayText(opened.date)} · {opened.source}
            <br />
            <span className="muted">
              Enregistrée le {momentText(opened.savedAt)} par {opened.savedBy}.
            </span>
          </p>
          {opened.number !== current?.number && (
            <Differences columns={page.columns} older={opened.cells} now={page.cells} />
          )}
          <h3>Ses lignes</h3>
          <DataTable
            caption={`Lignes de la version ${opened.number}`}
            rows={[...opened.cells.entries()]}
            keyOf={([at]) => at}
            empty="Cette version n’a aucune ligne."
            columns={page.columns.map(({ label }, column) => ({
              title: label,
              isHeading: column === 0,
              isNumber: column > 0 && isNumbers(opened.cells.map((line) => line[column] ?? '')),
              cell: ([, line]: [number, string[]]) => line[column] ?? '',
            }))}
          />
        </Dialog>
      )}
    </>
  )
}

/** As many as hold in a line are named at once. */
const mostNamed = 2

function UsedBy({ titles }: { titles: readonly string[] }) {
  const named = titles.map((title) => `«\u202f${title}\u202f»`)
  if (titles.length <= mostNamed)
    return (
      <p className="muted">
        {titles.length > 0
          ? `Utilisée par\u202f: ${named.join(', ')}.`
          : 'Aucun questionnaire ne s’en sert aujourd’hui.'}
      </p>
    )
  return (
    <details className="muted">
      <summary>Utilisée par {titles.length} questionnaires</summary>
      <p>{named.join(', ')}.</p>
    </details>
  )
}

const words = {
  title: 'D’où vient cette table',
  sourceHelp: 'Délibération, fichier Caf, comptage… avec sa référence.',
  dateLabel: 'Établie le',
  dateHelp: 'Le jour où elle disait vrai, pas celui de la saisie.',
  button: 'Enregistrer la table',
  saved: 'La table est enregistrée.',
}
