/** A table to type or paste, checked while typing, saved as a dated version; what is typed is stored on this device. */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import type { staff } from '../../../api/wire/public.ts'
import { DayField } from '../../parts/staff/DayField.tsx'
import { useDraft } from '../../parts/staff/draft.ts'
import { TextField } from '../../parts/staff/Field.tsx'
import { sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'
import { DraftNotice } from './DraftNotice.tsx'
import { ExpectedLines } from './ExpectedLines.tsx'
import { TableEditor } from './TableEditor.tsx'

export type VersionDraft = { cells: string[][]; date: string; source: string; after: number }
export type VersionCalls = {
  read: (text: string) => Promise<staff.ReadTable>
  /** What is wrong with the cells; `changes` says what they would change, `missing` what they lack. */
  check: (cells: string[][]) => Promise<{
    problems: staff.TableProblem[]
    changes?: string[] | undefined
    missing?: string[] | undefined
  }>
  save: (draft: VersionDraft) => Promise<unknown>
}
type Props = {
  page: staff.TablePage
  /** Where the draft lies on this device. */
  draftKey: string
  calls: VersionCalls
  /** Words of the part that dates the version. */
  words: { title: string; sourceHelp: string; dateLabel: string; dateHelp: string; button: string; saved: string }
  /** Number of the version in force, from which this one starts. */
  from: number
  onSaved: () => void
  /** What the cells would change, when the server says it. */
  preview?: (changes: string[]) => ReactNode
  /** Lines to start from, with where their figures come from. */
  expected?: staff.ReferenceTablePage['expected']
  /** What the version in force lacks. */
  missing?: string[]
  /** Draws the lines as a grid; they can be read one by one under it. */
  Grid?: ComponentType<{
    columns: staff.TableColumn[]
    cells: string[][]
    expected: string[][]
    onChange: (cells: string[][]) => void
  }>
  /** An earlier version to start from again; a new object each time it is chosen. */
  restored?: { cells: string[][]; source: string; date: string } | null
}
const pauseMs = 400

export function VersionEditor({ page, draftKey, calls, words, from, onSaved, preview, ...more }: Props) {
  const { columns, example } = page
  const initial: VersionDraft = { cells: page.cells, date: '', source: '', after: from }
  const [draft, setDraft, dropDraft, isDraft] = useDraft<VersionDraft>(draftKey, initial)
  const [problems, setProblems] = useState<staff.TableProblem[]>([])
  const [changes, setChanges] = useState<string[]>([])
  const { expected = null, restored = null, Grid } = more
  const [missing, setMissing] = useState(more.missing ?? [])
  const [errors, saving] = useSaving()
  const { cells, date, source } = draft
  const isBehind = isDraft && draft.after !== initial.after
  const { check } = calls

  useEffect(() => {
    // a line just added is not wrong: nobody has typed there yet
    if (cells.flat().every((cell) => cell.trim() === '')) {
      setChanges([])
      return setProblems([])
    }
    let isWanted = true
    const timer = setTimeout(
      () =>
        check(cells).then(
          (read) => {
            if (!isWanted) return
            setProblems(read.problems)
            setChanges(read.changes ?? [])
            setMissing(read.missing ?? [])
          },
          () => {},
        ),
      pauseMs,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [cells, check])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version that is chosen
  useEffect(() => {
    if (restored) setDraft({ ...draft, ...restored })
  }, [restored])

  async function readPasted(text: string): Promise<string | null> {
    try {
      const read = await calls.read(text)
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
      await calls.save(draft)
      dropDraft(initial)
      notify(words.saved)
      onSaved()
    })
  return (
    <>
      {page.note && <p className="notice">{page.note}</p>}
      {isDraft && (
        <DraftNotice
          isBehind={isBehind}
          onKeep={() => setDraft({ ...draft, after: initial.after })}
          onDrop={() => dropDraft(initial)}
        />
      )}
      {expected && !Grid && (
        <ExpectedLines
          expected={expected}
          cells={cells}
          onAdd={(lines) => {
            const isNew = cells.length === 0
            setDraft({
              ...draft,
              cells: [...cells, ...lines],
              source: isNew && source === '' ? expected.source : source,
              date: isNew && date === '' ? expected.date : date,
            })
          }}
        />
      )}
      {missing.length > 0 && (
        <ul className="sentences" aria-label="Il manque">
          {missing.map((sentence) => (
            <li key={sentence} className="notice" data-kind="warm">
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {Grid &&
        expected?.limits.map((limit) => (
          <p key={limit} className="muted">
            {limit}
          </p>
        ))}
      {Grid && (
        <Grid
          columns={columns}
          cells={cells}
          expected={expected?.cells ?? []}
          onChange={(next) => setDraft({ ...draft, cells: next })}
        />
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
      {preview?.(changes)}
      <section className="section">
        <h2>{words.title}</h2>
        <TextField
          label="Source"
          help={words.sourceHelp}
          error={errors.source}
          value={source}
          onChange={(text) => setDraft({ ...draft, source: text })}
        />
        <DayField
          label={words.dateLabel}
          help={words.dateHelp}
          error={errors.date}
          value={date}
          onChange={(day) => setDraft({ ...draft, date: day })}
        />
        <div className="actions">
          <button type="button" className="button" data-kind="main" onClick={save}>
            {words.button}
          </button>
        </div>
      </section>
    </>
  )
}
