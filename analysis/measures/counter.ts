/** The rows of a table cut by closed lists: every place of a crossing is counted in the same pass over the rows. */
import type { Table } from '../columns/table.ts'
import type { Design } from '../design/design.ts'
import { addToCell, type Cell, cellAt, emptyCells } from '../disclosure/cell.ts'
import type { MaybeEstimate } from '../estimates/estimate.ts'
import { sharesIn } from '../estimates/share-groups.ts'
import type { Hits } from './local/population.ts'
import type { Breakdown, Where } from './measure.ts'

/** Answers counted in a place: the base and those who gave the answer, the people behind both, and the share without weights. */
export type Tally = { base: number; count: number; baseCell: Cell; cell: Cell; unweighted: number }

/** Place of each row, 0 … size − 1; negative = in none. `strides` by path of the lists it is cut by. */
type Cut = { codes: Int32Array; size: number; strides: ReadonlyMap<string, { list: Breakdown; stride: number }> }

export type Counter = ReturnType<typeof counterOf>

/** Stands for no list. */
const everybody: Breakdown = { path: '', title: '', choices: [], codes: new Int16Array(0), left: [] }

const nobody: Tally = {
  base: 0,
  count: 0,
  baseCell: { people: 0, key: 0 },
  cell: { people: 0, key: 0 },
  unweighted: 0,
}

/**
 * What is counted in the places of some lists. Each cut, and each answer in it, is computed once, whoever asks.
 *
 * @param table whose rows are counted; a place names some of the lists by their path, none = everybody
 * @param outside 1 for each row from outside the territory: counted among the zones only; null = nobody is
 */
export function counterOf(
  table: Pick<Table, 'rows' | 'responseOf' | 'recordKeys' | 'since'>,
  outside: Uint8Array | null = null,
) {
  const cuts = new WeakMap<Breakdown, WeakMap<Breakdown, Cut>>()
  const tallies = new WeakMap<Hits, Map<Cut, Tally[]>>()
  const shares = new WeakMap<Hits, Map<Design, Map<Cut, MaybeEstimate[]>>>()

  function cutBy(lists: readonly Breakdown[]): Cut {
    const [first = everybody, second = everybody] = lists
    const own = within(cuts, first, () => new WeakMap<Breakdown, Cut>())
    return within(own, second, () => cut(table.rows, lists, outside))
  }

  return {
    /** @throws RangeError when a place names more than two lists */
    tally(hits: Hits, lists: readonly Breakdown[], where: Where): Tally {
      const { cut, at } = placeIn(lists, where, cutBy)
      const known = within(tallies, hits, () => new Map<Cut, Tally[]>())
      return within(known, cut, () => talliesIn(hits, cut, table))[at] ?? nobody
    },
    share(hits: Hits, design: Design, lists: readonly Breakdown[], where: Where): MaybeEstimate {
      const { cut, at } = placeIn(lists, where, cutBy)
      const known = within(shares, hits, () => new Map<Design, Map<Cut, MaybeEstimate[]>>())
      const own = within(known, design, () => new Map<Cut, MaybeEstimate[]>())
      return within(own, cut, () => sharesIn(hits, design, cut))[at] ?? { value: null, why: 'too-few', base: 0 }
    },
  }
}

/** The value stored under a key, made at the first call. */
function within<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function placeIn(lists: readonly Breakdown[], where: Where, cutBy: (lists: readonly Breakdown[]) => Cut) {
  const named = lists.filter(({ path }) => where[path] !== undefined)
  if (named.length > 2) throw new RangeError('a crossing needs two lists at most')
  const cut = cutBy(named)
  let at = 0
  for (const [path, { list, stride }] of cut.strides) {
    const code = list.choices.findIndex(({ value }) => value === where[path])
    if (code < 0) return { cut, at: -1 }
    at += code * stride
  }
  return { cut, at }
}

function cut(rows: number, lists: readonly Breakdown[], outside: Uint8Array | null): Cut {
  const isByZone = lists.some(({ path }) => path === 'zone')
  const codes = outside === null || isByZone ? new Int32Array(rows) : Int32Array.from(outside, (one) => -one)
  const strides = new Map<string, { list: Breakdown; stride: number }>()
  let size = 1
  for (const list of lists) {
    const { codes: own, choices, path } = list
    strides.set(path, { list, stride: size })
    for (let row = 0; row < rows; row++)
      codes[row] = codes[row]! < 0 || own[row]! < 0 ? -1 : codes[row]! + own[row]! * size
    size *= choices.length
  }
  return { codes, size, strides }
}

function talliesIn(
  hits: Hits,
  { codes, size }: Cut,
  { responseOf, recordKeys, since }: Pick<Table, 'responseOf' | 'recordKeys' | 'since'>,
): Tally[] {
  const bases = new Int32Array(size)
  const counts = new Int32Array(size)
  const sums = new Float64Array(size)
  const baseCells = emptyCells(size, since)
  const cells = emptyCells(size, since)
  for (let row = 0; row < hits.length; row++) {
    const at = codes[row]!
    const hit = hits[row]!
    if (at < 0 || Number.isNaN(hit)) continue
    bases[at]! += 1
    addToCell(baseCells, at, responseOf[row]!, recordKeys[row]!)
    if (hit <= 0) continue
    counts[at]! += 1
    sums[at]! += hit
    addToCell(cells, at, responseOf[row]!, recordKeys[row]!)
  }
  return Array.from({ length: size }, (_, at) => ({
    base: bases[at]!,
    count: counts[at]!,
    baseCell: cellAt(baseCells, at),
    cell: cellAt(cells, at),
    unweighted: bases[at] === 0 ? 0 : sums[at]! / bases[at]!,
  }))
}
