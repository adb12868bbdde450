import { expect, test } from 'vitest'
import { designOf } from '../../../analysis/design/design.ts'
import { share } from '../../../analysis/estimates/share.ts'
import { counterOf } from '../../../analysis/measures/counter.ts'
import { tally } from '../../../analysis/measures/local/population.ts'
import type { Breakdown, Where } from '../../../analysis/measures/measure.ts'
import { seeded } from '../../../surveys/people/random.ts'

const rows = 300
const random = seeded(5)
const tableOf = (size: number) => ({
  rows: size,
  responseOf: Int32Array.from({ length: size }, (_, row) => row),
  recordKeys: Uint32Array.from({ length: size }, (_, row) => row + 1),
})

function list(path: string, values: string[]): Breakdown {
  const codes = Int16Array.from({ length: rows }, () => Math.floor(random() * (values.length + 2)) - 2)
  return { path, title: path, choices: values.map((value) => ({ value, text: value })), codes, left: [] }
}

/** The rows of a group, 1 inside and 0 outside; null = everybody. */
function maskOf(where: Where, breakdowns: readonly Breakdown[]): Uint8Array | null {
  const wanted = breakdowns.filter(({ path }) => where[path] !== undefined)
  const isInside = (row: number) =>
    wanted.every(({ path, choices, codes }) => choices[codes[row]!]?.value === where[path])
  return wanted.length === 0 ? null : Uint8Array.from({ length: rows }, (_, row) => Number(isInside(row)))
}
const inside = (mask: Uint8Array | null) => hits.filter((_, row) => mask?.[row] !== 0)

const lists = [list('zone', ['sud', 'nord']), list('age', ['petit', 'moyen', 'grand'])]
const hits = Float64Array.from({ length: rows }, () => [Number.NaN, 0, 1][Math.floor(random() * 3)]!)
const design = designOf({ rows })

test('every place of a crossing counts the people that its mask counts', () => {
  const counter = counterOf(tableOf(rows))
  const crossing = ['sud', 'nord'].flatMap((zone) => ['petit', 'moyen', 'grand'].map((age): Where => ({ zone, age })))
  const places: Where[] = [{}, { zone: 'sud' }, { age: 'grand' }, ...crossing]
  for (const where of places) {
    const mask = maskOf(where, lists)
    expect(counter.tally(hits, lists, where)).toMatchObject(tally(inside(mask)))
    expect(counter.share(hits, design, lists, where)).toEqual(share(hits, design, mask))
  }
})

test('two lists that go by the same name are never taken for each other', () => {
  const counter = counterOf(tableOf(rows))
  const other = list('zone', ['sud', 'nord'])
  for (const zone of [lists[0]!, other])
    expect(counter.tally(hits, [zone], { zone: 'sud' })).toMatchObject(tally(inside(maskOf({ zone: 'sud' }, [zone]))))
})

test('a group that is not there has nobody', () => {
  expect(counterOf(tableOf(rows)).tally(hits, lists, { zone: 'ouest' })).toMatchObject({
    base: 0,
    count: 0,
    cell: { people: 0, key: 0 },
  })
})

test('an empty table is counted too', () => {
  const none = { path: 'zone', title: '', choices: [{ value: 'sud', text: '' }], codes: new Int16Array(0), left: [] }
  expect(counterOf(tableOf(0)).tally(new Float64Array(0), [none], { zone: 'sud' })).toMatchObject({
    base: 0,
    count: 0,
    cell: { people: 0, key: 0 },
  })
})

test('the people behind a count are those who gave the answer, each once', () => {
  // rows 0 and 1 are two children of one family
  const table = { rows: 4, responseOf: Int32Array.of(0, 0, 1, 2), recordKeys: Uint32Array.of(5, 5, 7, 11) }
  const { base, count, baseCell, cell } = counterOf(table).tally(Float64Array.of(1, 1, 0, 1), [], {})
  expect([base, count, baseCell, cell]).toEqual([4, 3, { people: 3, key: 23 }, { people: 2, key: 16 }])
})
