/** Text pasted from a spreadsheet, as cells. LibreOffice and Excel paste tabs; files in French use semicolons. */
import { parse } from 'csv-parse/sync'

export const mostRows = 5_000
export const mostBytes = 200_000

/** One line of cells, and its number in the text (from 1). */
export type PastedLine = { line: number; cells: string[] }

/**
 * Empty lines are left out; every cell is trimmed, its spaces plain.
 *
 * @throws RangeError with a French sentence when a quotation mark is never closed, or there is too much
 */
export function linesOf(text: string): PastedLine[] {
  const delimiter = separatorOf(text)
  try {
    const records: { record: string[]; info: { lines: number } }[] = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as never
    if (records.length > mostRows)
      throw new RangeError(`Il y a plus de ${mostRows} lignes : collez la table en plusieurs fois.`)
    return records
      .map(({ record, info }) => ({ line: info.lines, cells: record.map(tidy) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (error instanceof RangeError) throw error
    throw new RangeError(
      'Un guillemet ouvert n’est jamais fermé : retirez les guillemets (") de la table, puis collez-la de nouveau.',
      { cause: error },
    )
  }
}

/** A tab wins, then a semicolon; a comma only when there is neither, since it is the decimal mark here. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  return first.includes('\t') || text.includes('\t')
    ? '\t'
    : text.includes(';')
      ? ';'
      : first.split(',').length > 1
        ? ','
        : '\t'
}

export const tidy = (cell: string) => cell.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
