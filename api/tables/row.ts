/** One row of a reference table, and a rule over all rows of one. */

export type Row = Record<string, string | number | boolean | number[] | null>

/** A whole-table rule: problems with the index of the row, or null for the table. */
export type Rule = (rows: Row[]) => { row: number | null; column?: string; message: string }[]
