/** A small spreadsheet: type, paste from LibreOffice or Excel, see each mistake on its line. */
import {
  type ChangeEvent,
  type ClipboardEvent,
  type CSSProperties,
  Fragment,
  type KeyboardEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import type { staff } from '../../../api/wire/public.ts'
import { Button } from '../../parts/forms/Button.tsx'
import { asText, pastedBeyond, pasteInto, withoutLine } from '../../parts/staff/cells.ts'
import { Dialog, DialogButton } from '../../parts/staff/Dialog.tsx'
import { TextAreaField } from '../../parts/staff/Field.tsx'
import { notify, notifyProblem, notifyRemoved } from '../../parts/staff/Toasts.tsx'

type Props = {
  caption: string
  columns: staff.TableColumn[]
  cells: string[][]
  problems: staff.TableProblem[]
  /** Times it was not saved because of them: then the first one takes the focus. */
  refused?: number
  /** Where lines were just added: the first cell to fill takes the focus. A new object each time. */
  begun?: { line: number; column: number } | null
  /** The lines are folded under these words: the page draws them otherwise. */
  foldedText?: string | undefined
  example: string[]
  /** Another form it may be pasted in. */
  otherForm?: string | undefined
  onChange: (cells: string[][]) => void
  /** Reads a whole pasted table, headings included; returns what is wrong with its shape, or null. */
  onPaste: (text: string) => Promise<string | null>
}

type Typed = HTMLInputElement | HTMLTextAreaElement

const linesShown = 100
/** Letters of the widest cell: what is longer stands on several lines, except a word of a list, which stays whole. */
const [leastLetters, mostLetters, mostListed] = [6, 20, 40]
/** Words break lines before they are full. */
const lineLetters = 16
/** Where the browser does not fit a cell to its words by itself. */
const rowsFor = (text: string) => (text.length <= mostLetters ? 1 : Math.ceil(text.length / lineLetters))
/** Room of the arrow that opens the words offered. */
const arrowLetters = 3
const longest = (cells: string[][], column: number) =>
  Math.max(leastLetters, ...cells.map((line) => line[column]?.length ?? 0))
const lettersOf = (cells: string[][], { words }: staff.TableColumn, column: number) =>
  words.length > 0
    ? Math.min(mostListed, longest(cells, column)) + arrowLetters
    : Math.min(mostLetters, longest(cells, column))

export function TableEditor({
  caption,
  columns,
  cells,
  problems,
  refused = 0,
  begun = null,
  foldedText,
  example,
  otherForm,
  onChange,
  onPaste,
}: Props) {
  const id = useId()
  const [start, setStart] = useState(0)
  const [isPasting, setIsPasting] = useState(false)
  /** The cell one was last in. */
  const [at, setAt] = useState<{ line: number; label: string } | null>(null)
  const grid = useRef<HTMLTableElement>(null)
  const fold = useRef<HTMLDetailsElement>(null)
  // a line comes back into the cells as they are then
  const now = useRef({ cells, onChange })
  now.current = { cells, onChange }
  const shown = cells.slice(start, start + linesShown)
  const inputAt = (line: number, column: number) =>
    grid.current?.querySelector<Typed>(`[data-at="${line}:${column}"]`) ??
    grid.current?.querySelector<Typed>(`[data-at^="${line}:"]`)
  const isFixed = columns.some((column) => column.isFixed)

  /** Goes to a cell, turning the page when it is on another one. */
  function goTo(line: number, column: number) {
    if (fold.current) fold.current.open = true
    const there = inputAt(line, column)
    if (there) return there.focus()
    setStart(Math.floor(line / linesShown) * linesShown)
    requestAnimationFrame(() => inputAt(line, column)?.focus())
  }
  const columnOf = (label: string | null) =>
    Math.max(
      0,
      columns.findIndex((one) => one.label === label),
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it was not saved
  useEffect(() => {
    if (refused === 0) return
    const first = problems.find(({ line }) => line !== null)
    if (first) goTo(first.line! - 1, columnOf(first.column))
    else document.getElementById(`${id}-problems`)?.focus()
  }, [refused])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time lines are added
  useEffect(() => {
    if (begun) goTo(begun.line, begun.column)
  }, [begun])
  /** A cell where nothing is typed yet is to be filled: it is not wrong. What may stay empty has a message of its own. */
  const isToFill = ({ line, column }: staff.TableProblem) =>
    line !== null &&
    column !== null &&
    !columns[columnOf(column)]?.optional &&
    (cells[line - 1]?.[columnOf(column)] ?? '').trim() === ''
  const toFill = problems.filter(isToFill)
  const wrong = problems.filter((problem) => !isToFill(problem))
  const set = (line: number, column: number, value: string) =>
    onChange(
      cells.map((row, at) =>
        at === line ? columns.map((_, place) => (place === column ? value : (row[place] ?? ''))) : row,
      ),
    )
  function pasted(event: ClipboardEvent, line: number, column: number) {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    onChange(pasteInto(cells, text, line, column, columns.length))
    const beyond = pastedBeyond(text, column, columns.length)
    if (beyond !== null)
      notifyProblem(`« ${beyond} » n’a pas été collé : la table n’a pas de colonne après « ${columns.at(-1)!.label} ».`)
  }
  function moved(event: KeyboardEvent, line: number, column: number) {
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key]
    // where words are offered, the arrows choose among them
    if (step === undefined || (columns[column]!.words.length > 0 && event.key !== 'Enter')) return
    event.preventDefault()
    if (line + step >= cells.length && event.key === 'Enter' && !isFixed) addLine()
    else if (line + step >= 0 && line + step < cells.length) goTo(line + step, column)
  }
  function addLine() {
    onChange([...cells, columns.map(() => '')])
    goTo(cells.length, 0)
  }
  function removeLine(line: number) {
    const removed = cells[line]!
    onChange(withoutLine(cells, line))
    if (removed.some((cell) => cell !== ''))
      notifyRemoved(`La ligne ${line + 1} est retirée.`, () =>
        now.current.onChange(now.current.cells.toSpliced(line, 0, removed)),
      )
    requestAnimationFrame(() => inputAt(Math.min(line, cells.length - 2), 0)?.focus())
  }
  async function copy() {
    await navigator.clipboard.writeText(
      asText(
        columns.map(({ label }) => label),
        cells,
      ),
    )
    notify('La table est copiée : collez-la dans votre tableur.')
  }
  const areLong = columns.map(({ words }, column) => words.length === 0 && longest(cells, column) > mostLetters)
  const areNumbers = columns.map((_, column) => column > 0 && isNumbers(cells.map((row) => row[column] ?? '')))
  const wrongAt = (line: number, label: string) =>
    wrong.findIndex((problem) => problem.line === line + 1 && problem.column === label)
  const isEmptyAt = (line: number, label: string) =>
    toFill.some((problem) => problem.line === line + 1 && problem.column === label)

  const lines = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="data-scroll" aria-labelledby={`${id}-caption`} tabIndex={0}>
      <table className="data grid" ref={grid}>
        <caption id={`${id}-caption`} className="visually-hidden">
          {caption}. Flèche haut et flèche bas changent de ligne.
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Ligne</span>
            </th>
            {columns.map((one, column) => (
              <th
                key={one.label}
                scope="col"
                data-number={areNumbers[column] || undefined}
                style={{ '--letters': lettersOf(cells, one, column) } as CSSProperties}
              >
                {one.label}
                <small>{one.help}</small>
              </th>
            ))}
            {!isFixed && (
              <th scope="col" className="grid-remove">
                <span className="visually-hidden">Retirer</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => {
            const line = start + index
            const reason = at?.line === line ? wrong[wrongAt(line, at.label)]?.message : undefined
            return (
              <Fragment key={line}>
                <tr>
                  <th scope="row">{line + 1}</th>
                  {columns.map(({ label, words, isFixed: isForReading }, column) => {
                    if (isForReading)
                      return (
                        <td key={label} className="grid-text">
                          {row[column]}
                        </td>
                      )
                    const fault = wrongAt(line, label)
                    const isLong = areLong[column]!
                    const Cell = isLong ? 'textarea' : 'input'
                    return (
                      <td key={label} data-number={areNumbers[column] || undefined}>
                        <Cell
                          className="cell-field"
                          {...(isLong ? { rows: rowsFor(row[column] ?? '') } : {})}
                          data-at={`${line}:${column}`}
                          aria-label={`${label}, ligne ${line + 1}`}
                          aria-invalid={fault >= 0 || undefined}
                          data-to-fill={isEmptyAt(line, label) || undefined}
                          aria-describedby={fault >= 0 ? `${id}-problem-${fault}` : undefined}
                          list={words.length > 0 ? `${id}-words-${column}` : undefined}
                          value={row[column] ?? ''}
                          onChange={({ target }: ChangeEvent<Typed>) => set(line, column, target.value)}
                          onFocus={() => setAt({ line, label })}
                          onPaste={(event: ClipboardEvent) => pasted(event, line, column)}
                          onKeyDown={(event: KeyboardEvent) => moved(event, line, column)}
                        />
                      </td>
                    )
                  })}
                  {!isFixed && (
                    <td className="grid-remove">
                      <button
                        type="button"
                        className="cell-button"
                        aria-label={`Retirer la ligne ${line + 1}`}
                        onClick={() => removeLine(line)}
                      >
                        <span aria-hidden="true">✕</span>
                      </button>
                    </td>
                  )}
                </tr>
                {reason && (
                  <tr className="grid-reason">
                    <td />
                    <td colSpan={columns.length + (isFixed ? 0 : 1)}>{reason}</td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
      {columns.map(
        ({ label, words }, column) =>
          words.length > 0 && (
            <datalist key={label} id={`${id}-words-${column}`}>
              {words.map((word) => (
                <option key={word} value={word} />
              ))}
            </datalist>
          ),
      )}
    </section>
  )

  return (
    <div className="table-editor" style={{ '--letters': lettersOf(cells, columns[0]!, 0) } as CSSProperties}>
      <div className="actions">
        <Button onClick={() => setIsPasting(true)}>Coller une table…</Button>
        {!isFixed && <Button onClick={addLine}>Ajouter une ligne</Button>}
        {cells.length > 0 && (
          <Button kind="quiet" onClick={copy}>
            Copier la table
          </Button>
        )}
      </div>
      <ProblemList id={id} problems={wrong} toFill={toFill} onGo={(line, column) => goTo(line, columnOf(column))} />
      {cells.length > 0 &&
        (foldedText === undefined ? (
          lines
        ) : (
          <details ref={fold}>
            <summary>{foldedText}</summary>
            {lines}
          </details>
        ))}
      {cells.length > linesShown && (
        <div className="actions">
          <Button disabled={start === 0} onClick={() => setStart(start - linesShown)}>
            Lignes précédentes
          </Button>
          <p>
            Lignes {start + 1} à {Math.min(start + linesShown, cells.length)} sur {cells.length}
          </p>
          <Button disabled={start + linesShown >= cells.length} onClick={() => setStart(start + linesShown)}>
            Lignes suivantes
          </Button>
        </div>
      )}
      <PasteDialog
        isOpen={isPasting}
        columns={columns}
        example={example}
        otherForm={otherForm}
        hasLines={cells.some((row) => row.some((cell) => cell !== ''))}
        onClose={() => setIsPasting(false)}
        onPaste={async (text) => {
          const wrong = await onPaste(text)
          if (wrong === null) {
            setStart(0)
            setIsPasting(false)
          }
          return wrong
        }}
      />
    </div>
  )
}

/** Some are written, and all that are written are numbers: they stand under each other by their last figure. */
export const isNumbers = (cells: readonly string[]) =>
  cells.some((cell) => cell !== '') && cells.every((cell) => /^[\d\s.,%]*$/.test(cell))

type ListProps = {
  id: string
  problems: staff.TableProblem[]
  /** Cells where nothing is typed yet. */
  toFill: readonly staff.TableProblem[]
  onGo: (line: number, column: string | null) => void
}

function ProblemList({ id, problems, toFill, onGo }: ListProps) {
  const [first] = toFill
  const length = problems.length + (first ? 1 : 0)
  return (
    <div aria-live="polite">
      {length > 0 && (
        <section
          className="problems"
          aria-label="À revoir"
          id={`${id}-problems`}
          data-mild={problems.length === 0 || undefined}
          tabIndex={-1}
        >
          <h2>
            {length} {length > 1 ? 'points' : 'point'} à revoir avant d’enregistrer
          </h2>
          <ul>
            {problems.slice(0, 50).map(({ line, column, message }, index) => (
              <li key={`${line} ${column} ${message}`} id={`${id}-problem-${index}`}>
                {line === null ? (
                  message
                ) : (
                  <>
                    <button type="button" className="link" onClick={() => onGo(line - 1, column)}>
                      Ligne {line}
                      {column && `, ${column}`}
                    </button>{' '}
                    : {message}
                  </>
                )}
              </li>
            ))}
            {first && (
              <li>
                <button type="button" className="link" onClick={() => onGo(first.line! - 1, first.column)}>
                  Ligne {first.line}, {first.column}
                </button>{' '}
                :{' '}
                {toFill.length > 1
                  ? `${toFill.length} cases à remplir à partir d’ici, ou des lignes à retirer.`
                  : 'une case à remplir, ou la ligne à retirer.'}
              </li>
            )}
          </ul>
          {problems.length > 50 && <p>… et {problems.length - 50} autres.</p>}
        </section>
      )}
    </div>
  )
}

type PasteProps = {
  isOpen: boolean
  columns: staff.TableColumn[]
  example: string[]
  otherForm: string | undefined
  hasLines: boolean
  onClose: () => void
  onPaste: (text: string) => Promise<string | null>
}

function PasteDialog({ isOpen, columns, example, otherForm, hasLines, onClose, onPaste }: PasteProps) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string>()
  return (
    <Dialog
      isOpen={isOpen}
      isWide
      title="Coller une table"
      closeText="Annuler"
      onClose={onClose}
      actions={
        <DialogButton
          onPress={async () => {
            const problem = await onPaste(text)
            setWrong(problem ?? undefined)
            if (problem === null) setText('')
          }}
        >
          {hasLines ? 'Remplacer les lignes' : 'Mettre dans la table'}
        </DialogButton>
      }
    >
      <p>
        Dans LibreOffice ou Excel, sélectionnez les cellules, copiez (Ctrl + C), puis collez ci-dessous (Ctrl + V). La
        ligne de titres peut y être.
      </p>
      <p className="muted">
        Colonnes attendues :{' '}
        {columns.map(({ label, optional }) => (optional ? `${label} (facultatif)` : label)).join(' · ')}
        <br />
        Exemple : {example.filter(Boolean).join(' · ')}
        {otherForm && (
          <>
            <br />
            {otherForm}
          </>
        )}
      </p>
      <TextAreaField
        label="Table copiée"
        error={wrong}
        className="field mono"
        rows={10}
        spellCheck={false}
        value={text}
        onChange={setText}
      />
    </Dialog>
  )
}
