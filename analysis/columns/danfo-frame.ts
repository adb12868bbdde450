/** Columns as a danfojs frame, for analysts' own exploration; never on the way of a published figure. */
import { DataFrame } from 'danfojs-node'
import { silence, state } from './column.ts'
import type { Table } from './table.ts'

const silences: Record<number, string> = {
  [silence.blank]: '(sans réponse)',
  [silence.notAsked]: '(non posée)',
  [silence.dontKnow]: '(ne sait pas)',
  [silence.refused]: '(ne souhaite pas répondre)',
}

/**
 * One table as a frame of full columns: danfojs swaps cells of rows with other key orders, and takes null for a category.
 *
 * @returns choices as texts, their silences as words in brackets; ticked boxes as 0/1 columns `field.value` (NaN when
 *   nothing was answered); numbers with NaN where there is none; texts, rankings and weeks are left out
 */
export function danfoFrameOf({ columns }: Pick<Table, 'columns'>): DataFrame {
  const full: Record<string, (string | number)[]> = {}
  for (const [path, column] of columns) {
    if (column.kind === 'choice')
      full[path] = Array.from(column.codes, (code) => column.values[code] ?? silences[code] ?? '(sans réponse)')
    if (column.kind === 'number') full[path] = [...column.numbers]
    if (column.kind === 'choices')
      for (const [value, ticked] of column.ticked)
        full[`${path}.${value}`] = Array.from(ticked, (own, row) =>
          column.state[row] === state.answered ? own : Number.NaN,
        )
  }
  return new DataFrame(full)
}
