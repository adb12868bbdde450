/** Tables as text for a spreadsheet, written by csv-stringify; no text of theirs is taken for a formula. */
import { stringify } from 'csv-stringify/browser/esm/sync'
import { neutral } from './questionnaire/neutral.ts'

/** Numbers are given as numbers: the text of a person never passes as one. */
export type Cell = string | number | boolean | null | undefined

/** For French spreadsheets: byte order mark, semicolon, decimal comma left to the caller. */
export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map(cellText)),
    { bom: true, delimiter: ';', record_delimiter: '\r\n', quoted: true },
  )

/** As the clipboard of a spreadsheet takes it: what is pasted back has to be what was copied. */
export const tabbedText = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { delimiter: '\t', record_delimiter: '\n', eof: false })

/** A table for the clipboard of a spreadsheet. */
export const pastedText = (rows: readonly (readonly Cell[])[]): string =>
  tabbedText(rows.map((row) => row.map(cellText)))

const cellText = (cell: Cell): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'string' ? neutral(cell) : String(cell)
