/** Counts the rows of a table cut by closed lists: one pass over the rows counts every cell of a crossing. */
import type { Design } from '../design/design.ts'
import type { Where } from '../disclosure/shares-table.ts'
import type { MaybeEstimate } from '../estimates/estimate.ts'
import { sharesIn } from '../estimates/share-groups.ts'
import type { Hits } from './local/population.ts'
import type { Breakdown } from './measure.ts'

/** Answers counted in a place: the base, and those who gave the answer. */
export type Tally = { base: number; count: number }

/** Place of each row, 0 … size − 1; negative = in none. `strides` by path of the lists it is cut by. */
type Cut = { codes: Int32Array; size: number; strides: ReadonlyMap<string, { list: Breakdown; stride: number }> }

export type Counter = ReturnType<typeof counterOf>

/**
 * What is counted in the places of some lists. Each cut, and each answer in it, is computed once, whoever asks.
 *
 * @param rows of the table; a place names some of the lists by their path, none = everybody
 */
export function counterOf(rows: number) {
  const cuts = new Map<Breakdown | null, Map<Breakdown | null, Cut>>()
  const tallies = new WeakMap<Hits, Map<Cut, Tally[]>>()
  const shares = new WeakMap<Hits, Map<Design, Map<Cut, MaybeEstimate[]>>>()

  function cutBy(lists: readonly Breakdown[]): Cut {
    const [first = null, second = null] = lists
    const own = within(cuts, first, () => new Map<Breakdown | null, Cut>())
    return within(own, second, () => cut(rows, lists))
  }

  return {
    /** @throws RangeError when a place names more than two lists */
    tally(hits: Hits, lists: readonly Breakdown[], where: Where): Tally {
      const { cut, at } = placeIn(lists, where, cutBy)
      const known = within(tallies, hits, () => new Map<Cut, Tally[]>())
      return within(known, cut, () => talliesIn(hits, cut))[at] ?? { base: 0, count: 0 }
    },
    share(hits: Hits, design: Design, lists: readonly Breakdown[], where: Where): MaybeEstimate {
      const { cut, at } = placeIn(lists, where, cutBy)
      const known = within(shares, hits, () => new Map<Design, Map<Cut, MaybeEstimate[]>>())
      const own = within(known, design, () => new Map<Cut, MaybeEstimate[]>())
      return within(own, cut, () => sharesIn(hits, design, cut))[at] ?? { value: null, why: 'too-few', base: 0 }
    },
  }
}

/** Returns the value stored under a key; the first call makes it. */
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

function cut(rows: number, lists: readonly Breakdown[]): Cut {
  const codes = new Int32Array(rows)
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

function talliesIn(hits: Hits, { codes, size }: Cut): Tally[] {
  const bases = new Int32Array(size)
  const counts = new Int32Array(size)
  for (let row = 0; row < hits.length; row++) {
    const at = codes[row]!
    const hit = hits[row]!
    if (at < 0 || Number.isNaN(hit)) continue
    bases[at]! += 1
    if (hit > 0) counts[at]! += 1
  }
  return Array.from({ length: size }, (_, at) => ({ base: bases[at]!, count: counts[at]! }))
}
