/** Classes of people from their places on the axes: Ward's tree, cut where it loses most, consolidated by k-means. */
import { consolidated, type Groups } from './k-means.ts'
import { cut, type Merge, type Points, ward } from './ward.ts'

/** Fewest and most classes that are tried when nobody says how many. */
const counts = { least: 3, most: 8 }
/** Ward's tree takes the square of its points: more than these are grouped by k-means first. */
const mostPoints = 600
const firstGroups = 200

/** A tree of classes, to be cut at any count. */
export type ClassTree = { points: Points; masses: Float64Array; leaves: Int32Array; leafCount: number; merges: Merge[] }

/**
 * Ward's tree of points; of many points, that of groups k-means makes of them.
 *
 * @param masses of the points; those of mass 0 are in no tree, but in the class they are nearest to
 * @source « classification mixte », Lebart, Morineau & Piron (1995) § 2.3; R FactoMineR::HCPC
 * @example
 * const points = { size: 4, dimensions: 1, cells: [0, 1, 10, 11] }
 * [...classesAt(treeOf(points, new Float64Array([1, 1, 1, 1])), 2).codes] // → [0, 0, 1, 1]
 */
export function treeOf(points: Points, masses: Float64Array): ClassTree {
  const some = [...masses.keys()].filter((at) => masses[at]! > 0)
  const { leaves, leafCount } = leavesOf(points, masses, some)
  const leafMass = new Float64Array(leafCount)
  const cells = new Float64Array(leafCount * points.dimensions)
  for (const at of some) {
    const leaf = leaves[at]!
    leafMass[leaf]! += masses[at]!
    for (let d = 0; d < points.dimensions; d++)
      cells[leaf * points.dimensions + d]! += masses[at]! * points.cells[at * points.dimensions + d]!
  }
  for (let at = 0; at < cells.length; at++) cells[at]! /= leafMass[Math.floor(at / points.dimensions)]!
  const merges = ward({ size: leafCount, dimensions: points.dimensions, cells }, leafMass)
  return { points, masses, leaves, leafCount, merges }
}

/** Leaf of each point, −1 without mass: itself, or its group of a first k-means. */
function leavesOf(points: Points, masses: Float64Array, some: readonly number[]) {
  const leaves = new Int32Array(points.size).fill(-1)
  if (some.length <= mostPoints) {
    for (const [leaf, at] of some.entries()) leaves[at] = leaf
    return { leaves, leafCount: some.length }
  }
  // points in the order of their first coordinates, cut in strips: every run begins alike
  const order = some.toSorted((a, b) => {
    for (let d = 0; d < points.dimensions; d++) {
      const gap = points.cells[a * points.dimensions + d]! - points.cells[b * points.dimensions + d]!
      if (gap !== 0) return gap
    }
    return a - b
  })
  const codes = new Int32Array(points.size)
  for (const [rank, at] of order.entries()) codes[at] = Math.floor((rank * firstGroups) / order.length)
  const groups = consolidated(points, masses, codes, firstGroups)
  const used = new Map<number, number>()
  for (const at of some) {
    const code = groups.codes[at]!
    if (!used.has(code)) used.set(code, used.size)
    leaves[at] = used.get(code)!
  }
  return { leaves, leafCount: used.size }
}

/** The tree cut in `count` classes, then consolidated; null when it has fewer leaves. */
export function classesAt({ points, masses, leaves, leafCount, merges }: ClassTree, count: number): Groups | null {
  if (leafCount < count) return null
  const groups = cut(merges, leafCount, count)
  // points without a mass move no centre, whatever class they begin in
  const codes = Int32Array.from(leaves, (leaf) => (leaf < 0 ? 0 : groups[leaf]!))
  return consolidated(points, masses, codes, count)
}

/**
 * Counts of classes, the best cut first: the inertia left inside the classes over what one class less leaves, the smallest first.
 *
 * @source R FactoMineR::HCPC (nb.clust = −1), between 3 and 8 classes
 * @example
 * const points = { size: 6, dimensions: 1, cells: [0, 1, 10, 11, 30, 31] }
 * bestCounts(treeOf(points, new Float64Array(6).fill(1)))[0] // → 3
 */
export function bestCounts({ merges, leafCount }: Pick<ClassTree, 'merges' | 'leafCount'>): number[] {
  // inside k classes: the losses of all but the last k − 1 merges
  const inside = (count: number) => merges.slice(0, leafCount - count).reduce((sum, { loss }) => sum + loss, 0)
  const tried = Array.from({ length: counts.most - counts.least + 1 }, (_, at) => counts.least + at)
  return tried
    .filter((count) => count < leafCount)
    .map((count) => ({ count, ratio: inside(count) / inside(count - 1) }))
    .toSorted((a, b) => a.ratio - b.ratio || a.count - b.count)
    .map(({ count }) => count)
}
