/** Cells of a table being typed: lines of texts, in the order of the columns. */
import { tabbedText } from '../../../surveys/csv.ts'

/** Puts pasted cells over the table from one cell on; lines are added as needed, what goes past the last column is left out (`pastedBeyond`). */
export function pasteInto(cells: string[][], text: string, line: number, column: number, width: number): string[][] {
  const pasted = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const lines = Math.max(cells.length, line + pasted.length)
  return Array.from({ length: lines }, (_, at) => {
    const given = at >= line ? pasted[at - line]?.split('\t') : undefined
    return Array.from({ length: width }, (_, place) => given?.[place - column] ?? cells[at]?.[place] ?? '')
  })
}

/** The first cell that is past the last column, and would be left out; null when all have a place. */
export function pastedBeyond(text: string, column: number, width: number): string | null {
  const beyond = text.split(/\r?\n/).flatMap((line) => line.split('\t').slice(width - column))
  return beyond.find((cell) => cell.trim() !== '') ?? null
}

export const withoutLine = (cells: string[][], line: number) => cells.filter((_, at) => at !== line)

/** The table as a spreadsheet takes it. */
export const asText = (heading: string[], cells: string[][]): string => tabbedText([heading, ...cells])
