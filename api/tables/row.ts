/** One row of a reference table, and a rule over all rows of one. */

export type Row = Record<string, string | number | boolean | number[] | null>

/** A whole-table rule: problems with the index of the row, or null for the table. `lineOf`: the line of each row, as it was typed. */
export type Rule = (
  rows: Row[],
  lineOf: readonly number[],
) => { row: number | null; column?: string; message: string }[]
