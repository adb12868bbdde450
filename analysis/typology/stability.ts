/** Would other people have given the same classes? The whole analysis again, on people drawn with replacement. */
import { adjustedRand, closest } from './agreement.ts'
import { overPatterns, type Patterns } from './answer-patterns.ts'
import { burtOf } from './burt.ts'
import { classesAt, treeOf } from './classes.ts'
import { correspondence, retained, rowCoordinates } from './correspondence.ts'

/** Who is drawn together: a person, or all the children of a family. */
export type Units = { count: number; of: ArrayLike<number> }

export type Stability = {
  /** Mean adjusted Rand index of the resamples. */
  rand: number
  /** By class: mean Jaccard index of the class most like it. */
  jaccard: number[]
  resamples: number
}

/**
 * How often each row comes in a sample of as many units, drawn with replacement.
 *
 * @param chance uniform in [0, 1)
 */
function resampled({ count, of }: Units, chance: () => number): Float64Array {
  const times = new Float64Array(count)
  for (let draw = 0; draw < count; draw++) times[Math.floor(chance() * count)]! += 1
  return Float64Array.from(of, (unit) => times[unit]!)
}

/**
 * Bootstrap of a typology: axes, tree and k-means are made again of each resample, with as many axes and classes; the classes
 * of the people in it are compared with their first ones.
 *
 * @param codes class of each row, −1 = in none
 * @param resamples fewer when a resample gives fewer points than classes
 * @source Hennig (2007), Computational Statistics & Data Analysis 52: below 0.6 a class is not to be trusted, from 0.75 it is
 * @example
 * const codes = Int32Array.from({ length: 40 }, (_, row) => row % 2)
 * const patterns = patternsOf([{ categories: 2, codes }, { categories: 2, codes }], new Uint8Array(40).fill(1))
 * const of = codes.map((_, row) => row)
 * let draws = 0
 * const everybodyOnce = () => (draws++ % 40) / 40
 * stabilityOf({ patterns, weights: new Float64Array(40).fill(1), codes, count: 2 }, { count: 40, of }, everybodyOnce, 1).jaccard // → [1, 1]
 */
export function stabilityOf(
  { patterns, weights, codes, count }: { patterns: Patterns; weights: Float64Array; codes: Int32Array; count: number },
  units: Units,
  chance: () => number,
  resamples = 50,
): Stability {
  const first = firstClasses(patterns, codes)
  let rand = 0
  const sums = new Float64Array(count)
  const known = new Float64Array(count)
  let made = 0
  for (let sample = 0; sample < resamples; sample++) {
    const times = resampled(units, chance)
    const again = classesOf(
      patterns,
      overPatterns(
        patterns,
        times.map((many, row) => many * weights[row]!),
      ),
      count,
    )
    if (again === null) continue
    // each person drawn counts once, however often they were
    const there = overPatterns(
      patterns,
      times.map((many) => Number(many > 0)),
    )
    made += 1
    rand += adjustedRand(first, again, there)
    for (const [own, likeness] of closest(first, again, count, there).entries())
      if (!Number.isNaN(likeness)) {
        sums[own]! += likeness
        known[own]! += 1
      }
  }
  return { rand: rand / made, jaccard: Array.from(sums, (sum, own) => sum / known[own]!), resamples: made }
}

/** Rows of one pattern are in one class. */
function firstClasses({ of, size }: Patterns, codes: Int32Array): Int32Array {
  const first = new Int32Array(size)
  for (let row = 0; row < of.length; row++) if (of[row]! >= 0) first[of[row]!] = codes[row]!
  return first
}

/** Class of each pattern; null when there are fewer points than classes. */
function classesOf({ questions, size }: Patterns, masses: Float64Array, count: number): Int32Array | null {
  const analysis = correspondence(burtOf(questions, masses))
  const axes = retained(analysis)
  if (axes.length === 0) return null
  const cells = rowCoordinates(analysis, axes, questions)
  const tree = treeOf({ size, dimensions: axes.length, cells }, masses)
  return classesAt(tree, count)?.codes ?? null
}
