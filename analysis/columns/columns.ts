/** Rows to columns: the responses of a questionnaire as a typed table, with a child table per repeated panel. */

import { type Answers, momentOf, type Response } from '../../surveys/answers/response.ts'
import { provisionalZones, type ZoneTable } from '../../surveys/authority/territory.ts'
import { isShort } from '../../surveys/questionnaire/door.ts'
import { answerTo, commentKey, type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Questionnaire, Unit } from '../../surveys/questionnaire/questionnaire.ts'
import type { Arrival } from '../disclosure/membership.ts'
import { nameOfSecret, type RecordSecret, recordKeyOf } from '../disclosure/record-key.ts'
import { builderOf, type Column, type ColumnBuilder } from './column.ts'
import { derive, type ResponseFacts } from './derive.ts'
import { growing } from './growing.ts'
import { ordered, withRecordKeys } from './ordered.ts'
import type { Table } from './table.ts'

/**
 * Takes responses block after block, then gives the table: memory for the columns only, never for all the responses. More may be
 * added afterwards. The rows are in the order of the ids, whatever order the responses came in: the columns must not depend on
 * the store, nor on when they were read.
 */
export type Accumulator = {
  add(block: Response[]): void
  /** What another accumulator of this questionnaire took, as if it had come here. @param secret of the part's record keys */
  append(part: Part, secret: RecordSecret): void
  /** All it took, to be appended elsewhere: plain data, which may travel to another thread. */
  part(secret: RecordSecret): Part
  /** @param secret of the record keys: the noise of every count hangs on it */
  table(secret: RecordSecret): Table
  /** Id and arrival of each row of the table. */
  members(): { ids: string[]; arrivals: Arrival[] }
}

/** Responses as columns, in the order they came; `hours` are ISO up to the hour. */
export type Part = {
  ids: string[]
  hours: string[]
  modes: Response['mode'][]
  /** Which came by the short door. */
  shorts: boolean[]
  recordKeys: Uint32Array
  table: Table
}

/**
 * The accumulator of a questionnaire's responses.
 *
 * @throws RangeError when a response comes twice
 */
export function accumulate(questionnaire: Questionnaire, zones: ZoneTable = provisionalZones()): Accumulator {
  const fields = fieldsOf(questionnaire.definition, questionnaire.assigned)
  const responses = tableBuilder('', questionnaire.unit, fields)
  const ids: string[] = []
  const hours: string[] = []
  const modes: Response['mode'][] = []
  const shorts: boolean[] = []
  const known = new Set<string>()
  const recordKeys = growing(Uint32Array)
  let keyed = 0
  let keyedFor = ''
  /** Of the rows added since the last table: a record key stays the same as long as its secret. */
  function keysOf(secret: RecordSecret): Uint32Array {
    const name = nameOfSecret(secret)
    if (name !== keyedFor) keyed = 0
    keyedFor = name
    for (; keyed < ids.length; keyed++) recordKeys.set(keyed, recordKeyOf(secret, ids[keyed]!))
    return recordKeys.taken(ids.length)
  }
  function take(id: string, hour: string, mode: Response['mode'], isByShort: boolean) {
    if (known.has(id)) throw new RangeError(`columns need each response once: ${id}`)
    known.add(id)
    ids.push(id)
    hours.push(hour)
    modes.push(mode)
    shorts.push(isByShort)
  }
  let order: Int32Array = new Int32Array()
  /** The rows by id; those added since the last call are sorted among themselves, then merged. */
  function rowOrder(): Int32Array {
    const isBefore = (a: number, b: number) => ids[a]! < ids[b]!
    if (order.length < ids.length) {
      const added = Int32Array.from({ length: ids.length - order.length }, (_, at) => order.length + at)
      order = merged(
        order,
        added.sort((a, b) => (isBefore(a, b) ? -1 : 1)),
        isBefore,
      )
    }
    return order
  }
  return {
    add(block) {
      for (const response of block) {
        take(response.id, momentOf(response).slice(0, 13), response.mode, isShort(response.answers))
        responses.push(response.answers, -1)
      }
    },
    append(part, secret) {
      keysOf(secret)
      recordKeys.append(part.recordKeys, ids.length)
      part.ids.forEach((id, row) => {
        take(id, part.hours[row]!, part.modes[row]!, part.shorts[row]!)
      })
      keyed = ids.length
      responses.append(part.table, 0)
    },
    part: (secret) => ({ ids, hours, modes, shorts, recordKeys: keysOf(secret), table: responses.done() }),
    table(secret) {
      const order = rowOrder()
      const facts = Array.from(
        order,
        (row): ResponseFacts => ({ day: hours[row]!.slice(0, 10), mode: modes[row]!, isShort: shorts[row]! }),
      )
      const table = derive(ordered(responses.done(), order), fields, facts, zones)
      const keys = keysOf(secret)
      return withRecordKeys(
        table,
        Uint32Array.from(order, (row) => keys[row]!),
      )
    },
    members() {
      const order = [...rowOrder()]
      return {
        ids: order.map((row) => ids[row]!),
        arrivals: order.map((row) => ({ hour: hours[row]!, isAttended: modes[row] !== 'web' })),
      }
    },
  }
}

/** @param isBefore whether the first of two rows comes before the second */
function merged(one: Int32Array, other: Int32Array, isBefore: (a: number, b: number) => boolean): Int32Array {
  const both = new Int32Array(one.length + other.length)
  let [first, second] = [0, 0]
  for (let place = 0; place < both.length; place++) {
    const isFirst = second === other.length || (first < one.length && isBefore(one[first]!, other[second]!))
    both[place] = isFirst ? one[first++]! : other[second++]!
  }
  return both
}

/** The table of responses held in memory, in any order. */
export function tableOf(
  questionnaire: Questionnaire,
  responses: Response[],
  secret: RecordSecret,
  zones = provisionalZones(),
): Table {
  const accumulator = accumulate(questionnaire, zones)
  accumulator.add(responses)
  return accumulator.table(secret)
}

/** Where a field is: its table and its column; null when the questionnaire has no such field. */
export function locate(table: Table, path: string): { table: Table; column: Column } | null {
  const column = table.columns.get(path)
  if (column) return { table, column }
  for (const child of table.children.values()) {
    const found = locate(child, path)
    if (found) return found
  }
  return null
}

type TableBuilder = {
  push(answers: Answers, parentRow: number): void
  /** @param above rows of the parent before those that come with this table */
  append(table: Table, above: number): void
  done(): Table
}

function tableBuilder(path: string, unit: Unit, all: Field[]): TableBuilder {
  const columns: { field: Field; builder: ColumnBuilder }[] = []
  const comments: { field: Field; builder: ColumnBuilder }[] = []
  const panels: { field: Field; builder: TableBuilder }[] = []
  for (const field of all.filter((one) => (one.parent ?? '') === path)) {
    if (field.kind === 'panel') {
      panels.push({ field, builder: tableBuilder(field.path, unitOf(field, all), all) })
      continue
    }
    columns.push({ field, builder: builderOf(field) })
    if (field.comment) comments.push({ field, builder: builderOf({ ...field, kind: 'text' }) })
  }
  const parents = growing(Int32Array)
  let rows = 0
  return {
    push(answers, parentRow) {
      const row = rows++
      parents.push(parentRow)
      for (const { field, builder } of columns) builder.push(answerTo(field, answers))
      for (const { field, builder } of comments) builder.push(answers[commentKey(field.question)])
      for (const { field, builder } of panels) {
        const children = answers[field.question]
        if (Array.isArray(children)) for (const child of children) builder.push(child as Answers, row)
      }
    },
    append(table, above) {
      for (const { field, builder } of columns) builder.append(table.columns.get(field.path)!)
      for (const { field, builder } of comments) builder.append(table.columns.get(commentKey(field.path))!)
      for (const { field, builder } of panels) builder.append(table.children.get(field.path)!, rows)
      if (table.parent) parents.append(table.parent.map((row) => above + row))
      rows += table.rows
    },
    done: () => ({
      path,
      unit,
      rows,
      responseOf: new Int32Array(rows),
      recordKeys: new Uint32Array(rows),
      columns: new Map([
        ...columns.map(({ field, builder }) => [field.path, builder.done()] as const),
        ...comments.map(({ field, builder }) => [commentKey(field.path), builder.done()] as const),
      ]),
      parent: path === '' ? null : parents.taken(),
      children: new Map(panels.map(({ field, builder }) => [field.path, builder.done()])),
    }),
  }
}

const unitOf = (panel: Field, all: Field[]): Unit =>
  all.some((field) => field.parent === panel.path && field.semantic === 'birth-year') ? 'children' : 'persons'
