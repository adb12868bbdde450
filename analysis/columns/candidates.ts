/** The responses of a study as a snapshot weighs them: what stands for each, how it came, and the classes it is in. */
import type { Since } from '../disclosure/cell.ts'
import type { ListMembers } from '../disclosure/membership.ts'
import type { Candidates } from '../disclosure/snapshot.ts'
import { closedListsOf } from './closed-lists.ts'
import type { Study } from './study.ts'
import type { Table } from './table.ts'

/** The table with what each of its counts must know of earlier publications. */
export function withSince(table: Table, since: Since): Table {
  const children = new Map([...table.children].map(([path, child]) => [path, withSince(child, since)]))
  return { ...table, since, children }
}

/** @param members one token and one arrival per row of the study */
export function candidatesOf(study: Study, members: Pick<Candidates, 'tokens' | 'arrivals'>, day: string): Candidates {
  const { rows } = study.table
  const lists = closedListsOf(study).map(({ path, choices, codes, home }): ListMembers => {
    const masks = new Uint16Array(rows)
    for (const [row, code] of codes.entries()) if (code >= 0) masks[home.responseOf[row]!]! |= 1 << code
    return { path, values: choices.map(({ value }) => value), masks, waiting: 0, days: choices.map(() => day) }
  })
  return { tokens: members.tokens, lists, arrivals: members.arrivals }
}
