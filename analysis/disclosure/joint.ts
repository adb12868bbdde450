/** What several publications tell together, to the same reader: pages that are each safe may not be, side by side. */
import { auditBounds } from './audit.ts'
import { additionRow, boundRow } from './history.ts'
import type { Knowledge, Row } from './knowledge.ts'
import { pathRows } from './paths.ts'

/** What one page tells, and of which answers. */
export type Page = { snapshot: string; knowledge: Knowledge }

/** The part of a page that is about one question: the keys of its universe, whatever comes after, and the paths from or to it. */
export function pagesByUniverse(page: Page): Map<string, Page> {
  const parts = new Map<string, { counts: Record<string, number | null>; sums: Knowledge['sums'][number][] }>()
  const part = (key: string) => {
    const [universe] = key.split('|') as [string]
    if (!parts.has(universe)) parts.set(universe, { counts: {}, sums: [] })
    return parts.get(universe)!
  }
  for (const [key, count] of Object.entries(page.knowledge.counts)) part(key).counts[key] = count
  for (const sum of page.knowledge.sums) part(sum.total).sums.push(sum)
  const bounds = page.knowledge.bounds ?? []
  return new Map(
    [...parts].map(([universe, { counts, sums }]) => {
      const own = bounds.filter(({ key }) => key in counts)
      const paths = page.knowledge.paths?.filter(({ inner, outer }) => inner === universe || outer === universe) ?? []
      return [universe, { snapshot: page.snapshot, knowledge: { counts, sums, bounds: own, paths } }]
    }),
  )
}

/**
 * Small groups that stand out of these pages, by linear programming over all their counts and additions, and what only grows
 * from one state of the answers to the next.
 *
 * @param pages oldest first
 * @param least people: a group that may be of fewer is given away when it is known within fewer
 * @returns their keys, each after the number of its state
 * @throws Error when the pages contradict each other
 */
export function givenAway(pages: readonly Page[], least: number): Set<string> {
  const found = new Set<string>()
  const snapshots = [...new Set(pages.map(({ snapshot }) => snapshot))]
  const counts = new Map<string, number | null>()
  const rows: Row[] = []
  for (const { snapshot, knowledge } of pages) {
    const name = (key: string) => `${snapshots.indexOf(snapshot)} ${key}`
    for (const [key, count] of Object.entries(knowledge.counts)) {
      const known = counts.get(name(key))
      if (known === undefined || known === null) counts.set(name(key), count)
    }
    for (const { total, parts } of knowledge.sums) rows.push(additionRow(name(total), parts.map(name)))
    for (const bound of knowledge.bounds ?? []) rows.push(boundRow({ ...bound, key: name(bound.key) }))
  }
  for (const [at, snapshot] of snapshots.entries()) rows.push(...rowsByPaths(pages, snapshot, at))
  for (const key of counts.keys()) {
    const [at = '', ...rest] = key.split(' ')
    const before = `${Number(at) - 1} ${rest.join(' ')}`
    const [now, then] = [counts.get(key), counts.get(before)]
    if (now === undefined || then === undefined) continue
    if (now !== null && then !== null) {
      if (now !== then && Math.abs(now - then) < least) found.add(`${key} +`)
    } else
      rows.push({
        terms: [
          [key, 1],
          [before, -1],
        ],
        low: 0,
        high: Number.POSITIVE_INFINITY,
        sure: false,
      })
  }
  const keys = [...counts.keys()]
  const place = new Map(keys.map((key, at) => [key, at]))
  const system = {
    keys,
    counts: keys.map((key) => counts.get(key) ?? -1),
    equations: rows.map(({ terms, low, high }) => ({
      terms: terms.map(([key, coefficient]) => [place.get(key)!, coefficient] as const),
      low,
      high,
    })),
  }
  const isHidden = keys.map((key) => counts.get(key) === null)
  for (const { cell, lo, hi } of auditBounds(system, isHidden))
    if (lo < least && hi > 0 && hi - lo < least) found.add(keys[cell]!)
  return found
}

/** What the paths tell of the counts of one state, whatever the page they stand on. */
function rowsByPaths(pages: readonly Page[], snapshot: string, at: number): Row[] {
  const same = pages.filter((page) => page.snapshot === snapshot)
  const paths = new Map(
    same.flatMap(({ knowledge }) => knowledge.paths ?? []).map((path) => [JSON.stringify(path), path]),
  )
  const keys = new Set(same.flatMap(({ knowledge }) => Object.keys(knowledge.counts)))
  return pathRows([...paths.values()], keys, (key) => `${at} ${key}`)
}
