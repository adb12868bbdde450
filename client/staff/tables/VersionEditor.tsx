/** A table to type or paste, checked while typing, saved as a dated version; what is typed is stored on this device. */
import { type ComponentType, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { staff } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { Dialog } from '../../parts/staff/Dialog.tsx'
import { useDraft } from '../../parts/staff/draft.ts'
import { DayField, TextField } from '../../parts/staff/Field.tsx'
import { sentenceOf } from '../../parts/staff/staffApi.ts'
import { notify } from '../../parts/staff/Toasts.tsx'
import { useSaving } from '../../parts/staff/useSaving.ts'
import { DraftNotice } from './DraftNotice.tsx'
import { ExpectedLines } from './ExpectedLines.tsx'
import { TableEditor } from './TableEditor.tsx'

export type VersionDraft = { cells: string[][]; date: string; source: string; after: number }
type Check = {
  problems: staff.TableProblem[]
  changes?: string[] | undefined
  missing?: string[] | undefined
  doubts?: string[] | undefined
}
export type VersionCalls = {
  read: (text: string) => Promise<staff.ReadTable>
  /** What is wrong with the cells; `changes` says what they would change, `missing` what they lack, `doubts` what is asked before they are saved. */
  check: (cells: string[][]) => Promise<Check>
  /** `isConfirmed`: the doubts were answered. */
  save: (draft: VersionDraft, isConfirmed: boolean) => Promise<unknown>
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

type Unsaid = { source?: string; date?: string }
const unsaidIn = ({ source, date }: VersionDraft): Unsaid => ({
  ...(source.trim() === '' ? { source: 'Indiquez d’où cela vient.' } : {}),
  ...(date === '' ? { date: 'Choisissez le jour.' } : {}),
})

export function VersionEditor({ page, draftKey, calls, words, from, onSaved, preview, ...more }: Props) {
  const { columns, example } = page
  const initial: VersionDraft = { cells: page.cells, date: '', source: '', after: from }
  const [draft, setDraft, dropDraft, isDraft] = useDraft<VersionDraft>(draftKey, initial)
  const [problems, setProblems] = useState<staff.TableProblem[]>([])
  const [changes, setChanges] = useState<string[]>([])
  const { expected = null, restored = null, Grid } = more
  const [missing, setMissing] = useState(more.missing ?? [])
  const [errors, saving] = useSaving()
  const [doubts, setDoubts] = useState<string[]>([])
  /** Whoever saves is asked about the doubts. */
  const [isAsked, setIsAsked] = useState(false)
  /** Times somebody tried to save a table that has problems: the first of them takes the focus. */
  const [refused, setRefused] = useState(0)
  const [begun, setBegun] = useState<{ line: number; column: number } | null>(null)
  const about = useRef<HTMLElement>(null)
  const [unsaid, setUnsaid] = useState<Unsaid>({})
  const { cells, date, source } = draft
  const isBehind = isDraft && draft.after !== initial.after
  const { check } = calls
  const show = useCallback(
    ({ problems: found, changes: next = [], missing: lacking = [], doubts: open = [] }: Check) => {
      setProblems(found)
      setChanges(next)
      setMissing(lacking)
      setDoubts(open)
    },
    [],
  )

  const newest = useRef(draft)
  newest.current = draft
  // what was saved is what one goes on from, in the same place, unless somebody typed on meanwhile
  const isTypedOn = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version in force
  useEffect(() => {
    if (!isDraft && !isTypedOn.current) dropDraft(initial)
    isTypedOn.current = false
  }, [from])

  useEffect(() => {
    // a line just added is not wrong: nobody has typed there yet
    if (cells.flat().every((cell) => cell.trim() === '')) {
      setChanges([])
      setDoubts([])
      return setProblems([])
    }
    let isWanted = true
    const timer = setTimeout(
      () =>
        check(cells).then(
          (read) => {
            if (isWanted) show(read)
          },
          () => {},
        ),
      pauseMs,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [cells, check, show])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version that is chosen
  useEffect(() => {
    if (!restored) return
    setDraft({ ...draft, ...restored })
    setBegun({ line: 0, column: 0 })
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
  /** All that is wrong is said at once, lines and source alike; what is doubtful is asked. */
  const save = (isConfirmed: boolean) =>
    saving(async () => {
      const read = await check(cells)
      show(read)
      const unsaid = unsaidIn(draft)
      setUnsaid(unsaid)
      if (read.problems.length > 0) return setRefused((before) => before + 1)
      if (Object.keys(unsaid).length > 0)
        return about.current?.querySelector<HTMLElement>(unsaid.source ? 'input' : '[type="date"]')?.focus()
      if (!isConfirmed && read.doubts?.length) return setIsAsked(true)
      setIsAsked(false)
      await calls.save(draft, isConfirmed)
      isTypedOn.current = newest.current !== draft
      if (isTypedOn.current) setDraft({ ...newest.current, after: from + 1 })
      else dropDraft({ cells, date: '', source: '', after: from + 1 })
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
          onDrop={() => {
            dropDraft(initial)
            setBegun({ line: 0, column: 0 })
          }}
        />
      )}
      {expected && !Grid && (
        <ExpectedLines
          expected={expected}
          cells={cells}
          onAdd={(lines) => {
            const isNew = cells.length === 0
            const empty = lines.findIndex((line) => line.includes(''))
            const [first] = lines
            if (first)
              setBegun({ line: cells.length + Math.max(0, empty), column: (lines[empty] ?? first).lastIndexOf('') })
            setDraft({
              ...draft,
              cells: [...cells, ...lines],
              source: isNew && source === '' ? expected.source : source,
              date: isNew && date === '' ? expected.date : date,
            })
          }}
        />
      )}
      <Warnings className="sentences" label="Il manque" sentences={missing} />
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
      <div aria-live="polite">
        <Warnings className="doubts" label="À vérifier" sentences={doubts} />
      </div>
      <TableEditor
        caption={page.title}
        columns={columns}
        example={example}
        otherForm={Grid && 'Ou la grille telle qu’elle est sur la page, avec ses titres.'}
        cells={cells}
        problems={problems}
        refused={refused}
        begun={begun}
        foldedText={Grid && 'La même table, ligne par ligne'}
        onChange={(next) => setDraft({ ...draft, cells: next })}
        onPaste={readPasted}
      />
      {preview?.(changes)}
      <section className="section" ref={about}>
        <h2>{words.title}</h2>
        <TextField
          label="Source"
          help={words.sourceHelp}
          error={unsaid.source ?? errors.source}
          value={source}
          onChange={(text) => setDraft({ ...draft, source: text })}
        />
        <DayField
          label={words.dateLabel}
          help={words.dateHelp}
          error={unsaid.date ?? errors.date}
          value={date}
          onChange={(day) => setDraft({ ...draft, date: day })}
        />
        <div className="actions">
          <Button kind="main" onClick={() => save(false)}>
            {words.button}
          </Button>
        </div>
      </section>
      <Dialog
        isOpen={isAsked}
        title="Avant d’enregistrer"
        closeText="Corriger la table"
        isCloseAdvised
        onClose={() => setIsAsked(false)}
        actions={<Button onClick={() => save(true)}>Oui, enregistrer ainsi</Button>}
      >
        {doubts.map((doubt) => (
          <p key={doubt}>{doubt}</p>
        ))}
      </Dialog>
    </>
  )
}

type WarningsProps = { className: string; label: string; sentences: readonly string[] }

const Warnings = ({ className, label, sentences }: WarningsProps) =>
  sentences.length > 0 && (
    <ul className={className} aria-label={label}>
      {sentences.map((sentence) => (
        <li key={sentence} className="notice" data-kind="warm">
          {sentence}
        </li>
      ))}
    </ul>
  )
