/** One reference table: typed or pasted, checked while typing, saved as a dated version. */
import { useCallback, useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { staff } from '../../../api/wire/public.ts'
import { Loading } from '../../parts/Loading.tsx'
import { DataTable } from '../../parts/staff/DataTable.tsx'
import { DayField } from '../../parts/staff/DayField.tsx'
import { dayText, momentText } from '../../parts/staff/dates.ts'
import { useDraft } from '../../parts/staff/draft.ts'
import { Field } from '../../parts/staff/Field.tsx'
import { StaffFrame } from '../../parts/staff/StaffFrame.tsx'
import { call, sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'
import { useLoaded } from '../../parts/useLoaded.ts'
import { TableEditor } from './TableEditor.tsx'

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

type Draft = { cells: string[][]; date: string; source: string; after: number }
const pauseMs = 400

function Editor({ page, onSaved }: { page: staff.TablePage; onSaved: () => void }) {
  const { name, current, columns, example, history } = page
  const initial: Draft = { cells: page.cells, date: '', source: '', after: current?.number ?? 0 }
  const [draft, setDraft, dropDraft, isDraft] = useDraft<Draft>(`table:${name}`, initial)
  const [problems, setProblems] = useState<staff.TableProblem[]>([])
  const [errors, saving] = useSaving()
  const { cells, date, source } = draft
  const isBehind = isDraft && draft.after !== initial.after

  useEffect(() => {
    if (cells.length === 0) return setProblems([])
    let isWanted = true
    const timer = setTimeout(
      () =>
        call('POST /api/tables/:kind/check', { params: { kind: name }, body: { cells } }).then(
          (read) => isWanted && setProblems(read.problems),
          () => {},
        ),
      pauseMs,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [cells, name])

  async function readPasted(text: string): Promise<string | null> {
    try {
      const read = await call('POST /api/tables/:kind/read', { params: { kind: name }, body: { text } })
      if (read.cells.length === 0) return read.problems[0]?.message ?? 'La table est vide.'
      setDraft({ ...draft, cells: read.cells })
      setProblems(read.problems)
      return null
    } catch (error) {
      return sentenceOf(error)
    }
  }
  const save = () =>
    saving(async () => {
      await call('POST /api/tables/:kind', { params: { kind: name }, body: draft })
      dropDraft(initial)
      notify('La table est enregistrée.')
      onSaved()
    })
  return (
    <>
      {page.note && <p className="notice">{page.note}</p>}
      {isDraft && (
        <div className="notice" data-kind="warm">
          <p>
            {isBehind
              ? 'Votre brouillon a été commencé avant la dernière version enregistrée : comparez avant d’enregistrer.'
              : 'Nous avons retrouvé ce que vous tapiez : rien n’est perdu.'}
          </p>
          <div className="actions">
            {isBehind && (
              <button type="button" className="button" onClick={() => setDraft({ ...draft, after: initial.after })}>
                Mon brouillon remplacera la dernière version
              </button>
            )}
            <button type="button" className="button" data-kind="quiet" onClick={() => dropDraft(initial)}>
              Jeter ce brouillon
            </button>
          </div>
        </div>
      )}
      <TableEditor
        caption={page.title}
        columns={columns}
        example={example}
        cells={cells}
        problems={problems}
        onChange={(next) => setDraft({ ...draft, cells: next })}
        onPaste={readPasted}
      />
      <section className="section">
        <h2>D’où viennent ces chiffres</h2>
        <Field label="Source" help="Délibération, fichier Caf, comptage… avec sa référence." error={errors.source}>
          {(props) => (
            <input
              {...props}
              className="field"
              value={source}
              onChange={(event) => setDraft({ ...draft, source: event.target.value })}
            />
          )}
        </Field>
        <DayField
          label="Date des chiffres"
          help="Le jour où ils étaient vrais, pas celui de la saisie."
          error={errors.date}
          value={date}
          onChange={(day) => setDraft({ ...draft, date: day })}
        />
        <div className="actions">
          <button type="button" className="button" data-kind="main" onClick={save}>
            Enregistrer la table
          </button>
        </div>
      </section>
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
