/** One row of a reference table, and a rule over all rows of one. */

/** Values by the key of their column; a cell that could not be read leaves none. */
export type Row = Record<string, string | number | boolean | number[] | null>

/** These cells of the row could be read. */
export const isRead = (row: Row, ...keys: readonly string[]): boolean => keys.every((key) => row[key] !== undefined)

/** A whole-table rule: problems with the index of the row, or null for the table. `lineOf`: the line of each row; `typed`: its words, by column. */
export type Rule = (
  rows: Row[],
  lineOf: readonly number[],
  typed: readonly Record<string, string>[],
) => { row: number | null; column?: string; message: string }[]
