/** What was copied from a spreadsheet: rows of cells, and a column of texts put beside the texts of a questionnaire. */
import type { Language } from '../questionnaire/questionnaire.ts'
import type { TextChange, TextRow } from './texts.ts'

/** Rows of cells as LibreOffice and Excel copy them: tabs, and quotes around a cell that holds a tab, a line or a quote. */
export function cellsIn(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]
      else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === '\t') {
      rows.at(-1)!.push(cell)
      cell = ''
    } else if (sign === '\n') {
      rows.at(-1)!.push(cell)
      rows.push([])
      cell = ''
    } else if (sign !== '\r' || text[at + 1] !== '\n') cell += sign
  }
  if (cell !== '' || rows.at(-1)!.length > 0) rows.at(-1)!.push(cell)
  else rows.pop()
  return rows
}

export type PastedTexts =
  | { changes: TextChange[]; unchanged: number }
  /** `problem` is French and says what to do; nothing may be changed. */
  | { problem: string }

/**
 * Puts a pasted column over the texts of one language, row by row; an empty cell leaves the text as it is.
 *
 * With a second column, the first is the key of each text: the order is free and keys that do not exist are reported.
 *
 * @param rows where the column goes, in order
 * @returns `unchanged`: rows left as they are, since their cell was empty or said the same
 */
export function pastedTexts(rows: readonly TextRow[], language: Language, text: string): PastedTexts {
  const cells = cellsIn(text)
  if (cells.every((row) => row.every((cell) => cell.trim() === '')))
    return { problem: 'Il n’y a rien à coller\u202f: copiez la colonne dans votre tableur, puis collez-la ici.' }
  return cells.some((row) => row.length > 1)
    ? byKey(rows, language, cells)
    : inOrder(
        rows,
        language,
        cells.map(([cell = '']) => cell),
      )
}

function inOrder(rows: readonly TextRow[], language: Language, words: string[]): PastedTexts {
  const given = words.length === rows.length + 1 && isHeading(words[0]!) ? words.slice(1) : words
  if (given.length !== rows.length)
    return {
      problem: `${lines(given.length)} pour ${rows.length} ${rows.length > 1 ? 'textes' : 'texte'}\u202f: rien n’a été changé. Il faut une ligne par texte, dans l’ordre, une ligne vide là où rien ne change. Le plus sûr\u202f: «\u202fCopier pour un tableur\u202f», remplir la colonne, puis coller les colonnes Repère et texte.`,
    }
  return changesFrom(
    rows.map((row, at) => ({ row, words: given[at]! })),
    language,
    rows.length,
  )
}

function byKey(rows: readonly TextRow[], language: Language, cells: string[][]): PastedTexts {
  const known = new Map(rows.map((row) => [row.key, row]))
  const wide = cells.find((row) => row.length > 2)
  if (wide)
    return {
      problem: `${wide.length} colonnes collées\u202f: rien n’a été changé. Copiez une seule colonne de textes, ou deux\u202f: les repères, puis les textes.`,
    }
  const body = cells.filter(([key = '', words = ''], at) => !(at === 0 && isHeading(words)) && key + words !== '')
  const unknown = body.filter(([key = '']) => !known.has(key)).map(([key]) => `«\u202f${key}\u202f»`)
  if (unknown.length > 0)
    return {
      problem: `${unknown.length > 1 ? 'Ces repères ne sont pas' : 'Ce repère n’est pas'} dans le questionnaire\u202f: ${unknown.slice(0, 5).join(', ')}${unknown.length > 5 ? '…' : ''}. Rien n’a été changé\u202f: recopiez les repères d’ici, sans y toucher.`,
    }
  return changesFrom(
    body.map(([key = '', words = '']) => ({ row: known.get(key)!, words })),
    language,
    rows.length,
  )
}

function changesFrom(given: { row: TextRow; words: string }[], language: Language, all: number): PastedTexts {
  const changes = given
    .map(({ row, words }) => ({ row, words: words.trim() }))
    .filter(({ row, words }) => words !== '' && words !== row.texts[language])
    .map(({ row: { at }, words }) => ({ at, language, words }))
  return { changes, unchanged: all - changes.length }
}

const headings = /^(français|français simplifié|anglais|english|arabe|العربية|texte)$/i
const isHeading = (words: string) => headings.test(words.trim())
const lines = (count: number) => `${count} ${count > 1 ? 'lignes collées' : 'ligne collée'}`
