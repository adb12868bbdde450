/** Classes as they may be shown: their sizes, and the answers that set them apart, from published figures only. */

import type { Table } from '../columns/table.ts'
import type { Design } from '../design/design.ts'
import { type Precision, publishedEstimate } from '../disclosure/interval.ts'
import type { Noise } from '../disclosure/perturbation.ts'
import type { Estimate, MaybeEstimate } from '../estimates/estimate.ts'
import { type Axis, madeAxis, wholeAxis } from '../explore/axis.ts'
import { type Crossing, countedOf, crossingOf } from '../explore/crossing.ts'
import { standingFor } from './apart.ts'
import { typologyRules } from './offered.ts'
import { testValue } from './test-value.ts'

/** An answer a class gave more often, or less often, than all. */
export type Trait = {
  /** Of the question or of the list of groups. */
  path: string
  title: string
  answer: string
  isGroup: boolean
  inClass: Estimate
  /** Share among all who are in a class; among everybody, where ten people at most are in none. */
  inAll: Estimate
  /** In standard deviations, from the published shares. */
  testValue: number
}

export type DescribedClass = {
  /** « 1 » for the largest. */
  value: string
  /** Part of those who are in a class. */
  size: MaybeEstimate
  more: Trait[]
  less: Trait[]
}

/** What every crossing needs to know. */
export type Counting = { slug: string; table: Table; design: Design; noise: Noise }

const shownCrossing = (given: Axis, by: Axis, { slug, table, design, noise }: Counting): Crossing =>
  crossingOf(slug, countedOf(given, by, table, design, noise), noise)

/** The whole of some rows. */
const allOf = (within: Uint8Array): Axis => ({ ...wholeAxis(within.length, null), asked: within })

/** A figure of a crossing, with its interval; null where there is none. */
function figureIn({ by, bases, shares, precision }: Crossing, column: number, line: number): Estimate | null {
  const [share, base] = [shares[column]?.[line], bases[column]]
  if (typeof share !== 'number' || base === null || base === undefined) return null
  const own: Precision = by?.choices[column]?.precision ?? precision
  return publishedEstimate(share / 100, base, own)
}

/**
 * @param codes class of each row, −1 = in none
 * @param axes of the questions and lists that describe the classes
 * @param printed groups of which figures are printed already: nothing is said of a class that is nearly one of them
 */
export function describedClasses(
  codes: Int16Array,
  count: number,
  axes: readonly Axis[],
  counting: Counting,
  printed: readonly Uint8Array[] = [],
): DescribedClass[] {
  const within = Uint8Array.from(codes, (code) => Number(code >= 0))
  const categories = Array.from({ length: count }, (_, at) => ({ value: String(at + 1), label: `Classe ${at + 1}` }))
  const classes = madeAxis({ path: '#classe', title: 'Classe', categories }, codes, within)
  const sizes = shownCrossing(classes, allOf(within), counting)
  const traits = axes.map((axis) => traitsBy(axis, classes, within, counting, printed))
  return categories.map(({ value }, _at) => {
    const own = traits.flatMap((byClass) => byClass.get(value) ?? [])
    const of = (isMore: boolean) =>
      own
        .filter((trait) => trait.testValue > 0 === isMore)
        .toSorted((one, other) => Math.abs(other.testValue) - Math.abs(one.testValue))
    const line = sizes.answers.findIndex((one) => one.value === value)
    return {
      value,
      size: figureIn(sizes, 0, line) ?? { value: null, why: 'too-few', base: 0 },
      more: of(true).slice(0, typologyRules.mostMore),
      less: of(false).slice(0, typologyRules.mostLess),
    }
  })
}

/** Traits of each class by one question. */
function traitsBy(
  axis: Axis,
  classes: Axis,
  within: Uint8Array,
  counting: Counting,
  printed: readonly Uint8Array[],
): Map<string, Trait[]> {
  const amongOnly = (group: Uint8Array) => ({
    ...axis,
    asked: axis.asked.map((one, row) => (group[row] === 1 ? one : 0)),
  })
  // where a few people only are in no class, the whole is everybody’s
  const everybody = standingFor(counting.table, axis.asked, within, printed)
  const whole = shownCrossing(amongOnly(everybody), allOf(everybody), counting)
  const crossing = shownCrossing(amongOnly(within), classes, counting)
  const noise = crossing.precision.noise
  const all = new Map(
    whole.answers.flatMap(({ value }, line): [string, Estimate][] => {
      const estimate = figureIn(whole, 0, line)
      return estimate ? [[value, estimate]] : []
    }),
  )
  const traits = new Map<string, Trait[]>()
  for (const [column, { value: own }] of (crossing.by?.choices ?? []).entries()) {
    const group = Uint8Array.from(within, (one, row) =>
      one === 1 && classes.codes[classes.starts[row]!] === Number(own) - 1 ? 1 : 0,
    )
    if (standingFor(counting.table, axis.asked, group, [...printed, within]) !== group) continue
    const found = crossing.answers.flatMap(({ value, label }, line): Trait[] => {
      const [inClass, inAll] = [figureIn(crossing, column, line), all.get(value) ?? null]
      if (inClass === null || inAll === null) return []
      const apart = testValue(inClass.value, inAll.value, inClass.effectiveBase, inAll.effectiveBase, noise)
      const { path, title, isList } = axis
      return Math.abs(apart) < typologyRules.leastTestValue
        ? []
        : [{ path, title, answer: label, isGroup: isList, inClass, inAll, testValue: Math.round(apart * 10) / 10 }]
    })
    traits.set(own, found)
  }
  return traits
}
