/** What was copied from a spreadsheet: rows of cells, and a column of texts put beside the texts of a questionnaire. */
import { type Language, languageNamed } from '../languages.ts'
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
 * With a second column, the first is the key of each text: the order is free and keys that do not exist are reported. Under
 * the headings that « Copier pour un tableur » gives, each language has its column.
 *
 * @param rows where the column goes, in order
 * @returns `unchanged`: rows left as they are, since their cell was empty or said the same
 */
export function pastedTexts(rows: readonly TextRow[], language: Language, text: string): PastedTexts {
  const cells = cellsIn(text)
  if (cells.every((row) => row.every((cell) => cell.trim() === '')))
    return { problem: 'Il n’y a rien à coller\u202f: copiez la colonne dans votre tableur, puis collez-la ici.' }
  if (isKeyHeading(cells[0]?.[0])) return byHeading(rows, cells)
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

/** Columns copied along that say where a text is: nothing is read there. */
const besideKeys = /^(où|quoi)$/i
const isKeyHeading = (cell = '') => /^repères?$/i.test(cell.trim())

function byHeading(rows: readonly TextRow[], [headings = [], ...body]: string[][]): PastedTexts {
  const columns = headings.map((heading) => ({ heading: heading.trim(), language: languageNamed(heading) }))
  const strange = columns.find(
    ({ heading, language }, at) => at > 0 && language === null && heading !== '' && !besideKeys.test(heading),
  )
  if (strange)
    return {
      problem: `La colonne «\u202f${strange.heading}\u202f» n’est pas une langue d’ici\u202f: rien n’a été changé. La retirer, ou corriger son titre.`,
    }
  const twice = columns.find(
    ({ language }, at) => language && columns.findIndex((one) => one.language === language) < at,
  )
  if (twice)
    return {
      problem: `La colonne «\u202f${twice.heading}\u202f» est là deux fois\u202f: rien n’a été changé. En retirer une.`,
    }
  const known = new Map(rows.map((row) => [row.key, row]))
  const filled = body.filter((row) => row.some((cell) => cell.trim() !== ''))
  const unknown = filled.flatMap(([key = '']) => (known.has(key.trim()) ? [] : [key]))
  if (unknown.length > 0) return unknownKeys(unknown)
  const changes = columns.flatMap(({ language }, at) =>
    language === null
      ? []
      : newWords(
          filled.map((row) => ({ row: known.get(row[0]!.trim())!, words: row[at] ?? '' })),
          language,
        ),
  )
  return { changes, unchanged: rows.length - new Set(changes.map(({ at }) => at)).size }
}

const unknownKeys = (keys: string[]): PastedTexts => ({
  problem: `${keys.length > 1 ? 'Ces repères ne sont pas' : 'Ce repère n’est pas'} dans le questionnaire\u202f: ${keys
    .slice(0, 5)
    .map((key) => `«\u202f${key}\u202f»`)
    .join(', ')}${keys.length > 5 ? '…' : '.'} Rien n’a été changé\u202f: recopiez les repères d’ici, sans y toucher.`,
})

function byKey(rows: readonly TextRow[], language: Language, cells: string[][]): PastedTexts {
  const known = new Map(rows.map((row) => [row.key, row]))
  const wide = cells.find((row) => row.length > 2)
  if (wide)
    return {
      problem: `${wide.length} colonnes collées\u202f: rien n’a été changé. Copiez une seule colonne de textes, ou deux\u202f: les repères, puis les textes.`,
    }
  const body = cells.filter(([key = '', words = ''], at) => !(at === 0 && isHeading(words)) && key + words !== '')
  const unknown = body.flatMap(([key = '']) => (known.has(key) ? [] : [key]))
  if (unknown.length > 0) return unknownKeys(unknown)
  return changesFrom(
    body.map(([key = '', words = '']) => ({ row: known.get(key)!, words })),
    language,
    rows.length,
  )
}

function changesFrom(given: { row: TextRow; words: string }[], language: Language, all: number): PastedTexts {
  const changes = newWords(given, language)
  return { changes, unchanged: all - changes.length }
}

const newWords = (given: { row: TextRow; words: string }[], language: Language): TextChange[] =>
  given
    .map(({ row, words }) => ({ row, words: words.trim() }))
    .filter(({ row, words }) => words !== '' && words !== row.texts[language])
    .map(({ row: { at }, words }) => ({ at, language, words }))

const isHeading = (words: string) => languageNamed(words) !== null
const lines = (count: number) => `${count} ${count > 1 ? 'lignes collées' : 'ligne collée'}`
