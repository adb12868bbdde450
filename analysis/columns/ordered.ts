/** A table with its rows in another order: rows of a repeated panel follow their response, in the order they were given. */
import type { Column } from './column.ts'
import type { Table } from './table.ts'

/** @param order row to take at each place; every row once */
export function ordered(table: Table, order: Int32Array): Table {
  if (order.every((row, place) => row === place)) return table
  const place = new Int32Array(order.length)
  order.forEach((row, at) => {
    place[row] = at
  })
  return {
    ...table,
    columns: new Map([...table.columns].map(([path, column]) => [path, taken(column, order)])),
    parent: table.parent && Int32Array.from(order, (row) => table.parent![row]!),
    children: new Map([...table.children].map(([path, child]) => [path, following(child, place)])),
  }
}

function following(child: Table, place: Int32Array): Table {
  const parents = child.parent!
  const order = Int32Array.from(parents.keys()).sort((a, b) => place[parents[a]!]! - place[parents[b]!]! || a - b)
  const moved = ordered(child, order)
  return { ...moved, parent: Int32Array.from(order, (row) => place[parents[row]!]!) }
}

function taken(column: Column, order: Int32Array): Column {
  const bytes = (own: Uint8Array) => filled(new Uint8Array(order.length), own, order)
  const each = (own: ReadonlyMap<string, Uint8Array>) =>
    new Map([...own].map(([value, marks]) => [value, bytes(marks)] as const))
  switch (column.kind) {
    case 'choice':
      return { ...column, codes: filled(new Int16Array(order.length), column.codes, order) }
    case 'choices':
      return { ...column, ticked: each(column.ticked), state: bytes(column.state) }
    case 'ranking':
      return { ...column, ranks: each(column.ranks), state: bytes(column.state) }
    case 'number':
      return {
        ...column,
        numbers: filled(new Float64Array(order.length), column.numbers, order),
        state: bytes(column.state),
      }
    case 'week':
      return { ...column, weeks: Array.from(order, (row) => column.weeks[row]!), state: bytes(column.state) }
    case 'text':
      return { ...column, texts: Array.from(order, (row) => column.texts[row]!), state: bytes(column.state) }
  }
}

/** A plain loop: `from` with a function asks an iterator for each of millions of cells. */
function filled<T extends Uint8Array | Int16Array | Float64Array>(into: T, own: T, order: Int32Array): T {
  for (let place = 0; place < order.length; place++) into[place] = own[order[place]!]!
  return into
}
