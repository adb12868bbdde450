/**
 * People whom a whole counts and none of its groups does, or the other way round: a whole of today less groups of which some stand
 * as they were leaves the few newcomers who wait, and whoever left. What do the sums say of one of them?
 *
 * What is kept is known twice: by its own figures, and by the whole of the publication before less the groups that moved since.
 */
import type { Topic } from '../disclosure/perturbation.ts'
import type { Crossing } from '../explore/crossing.ts'
import { chanceOf, type DifferencingTally, drawsOf, mostCommon, mostDifferent, sureFrom } from './differencing.ts'
import { type Asked, baseOf, keptFrom } from './explorer.ts'
import type { Mechanism } from './mechanism.ts'
import { either, has, listed, nobody, type People, sizeOf, without } from './people.ts'
import { baseChanges, leastCount, mostCount, type Range, rangeOf } from './range.ts'

/** Chances of counts from `least` on. */
type Chances = { least: number; of: Float64Array }

/** A printed group: who is in it, and the chances that what is printed of each answer gives its count. */
type Part = { value: string; who: People; isKept: boolean; countOf: (answer: string) => Chances | null }

/** A whole beside its groups, and who is in one of the two only. */
type Sum = { whole: Part; parts: Part[]; waiting: People; gone: People }

/** @param series what was asked of each publication, the oldest first */
export function attackSums(
  series: readonly { asked: readonly Asked[] }[],
  mechanism: Mechanism,
  tally: DifferencingTally,
): void {
  const sensitive = new Set(series.at(-1)?.asked.flatMap((one) => (one.sensitive ? [one.path] : [])))
  for (const { asked } of series)
    for (const question of asked) {
      if (question.isPanel) continue
      for (const { by } of question.crossings) {
        const sum = by === null ? null : sumOf(question, by.path, sensitive, mechanism)
        if (sum === null || sizeOf(sum.waiting) + sizeOf(sum.gone) === 0) continue
        const last = question.before ? sumOf(question.before, by!.path, sensitive, mechanism) : null
        attackSum(question, sum, last, series, tally)
      }
    }
}

/** Null when the groups are not apart, or when more than a few people are in the whole or in the groups alone. */
function sumOf(question: Asked, by: string, sensitive: ReadonlySet<string>, mechanism: Mechanism): Sum | null {
  const alone = question.crossings.find((one) => one.by === null)
  const crossing = question.crossings.find((one) => one.by?.path === by)
  if (!alone || !crossing || alone.bases[0] === null) return null
  const topicBy = (path: string): Topic =>
    sensitive.has(question.path) || sensitive.has(path) ? 'sensitive' : 'ordinary'
  const partOf = (one: Crossing, column: number): Part => ({
    value: one.by?.choices[column]?.value ?? '',
    who: baseOf(question, one, column),
    isKept: keptFrom({ question, crossing: one, column }) !== null,
    countOf: countIn(one, column, topicBy(one.by?.path ?? ''), mechanism),
  })
  const whole = partOf(alone, 0)
  // whoever is from outside the territory is in no whole
  const parts = crossing.bases
    .flatMap((base, column) => (base === null ? [] : [partOf(crossing, column)]))
    .filter(({ who }) => sizeOf(who) > 0)
  const together = parts.reduce<People>((sum, { who }) => either(sum, who), nobody(32 * whole.who.length))
  if (parts.length < 2 || parts.reduce((sum, { who }) => sum + sizeOf(who), 0) > sizeOf(together)) return null
  const [waiting, gone] = [without(whole.who, together), without(together, whole.who)]
  return sizeOf(waiting) + sizeOf(gone) > mostDifferent ? null : { whole, parts, waiting, gone }
}

function attackSum(
  question: Asked,
  sum: Sum,
  last: Sum | null,
  series: readonly { asked: readonly Asked[] }[],
  tally: DifferencingTally,
): void {
  const { path, crossings, isSingle } = question
  const alone = crossings.find(({ by }) => by === null)!
  const [waiting, gone] = [sizeOf(sum.waiting), sizeOf(sum.gone)]
  const found = alone.answers.flatMap(({ value }, line) => {
    const share = alone.shares[0]![line]
    if (typeof share !== 'number' || value.startsWith('autres:')) return []
    const prior = Math.min(0.99, Math.max(0.005, share / 100))
    const fits = fitsOf(sum, last, value, prior)
    return fits ? [{ value, share, prior, fits }] : []
  })
  const unseen = Math.max(0.005, 1 - found.reduce((all, { prior }) => all + prior, 0))
  // of one person and one answer, the answers exclude each other
  const odds = found.map(({ fits, prior }) => (prior * fits(1, 0)) / (fits(0, 0) || 1e-300))
  const allOdds = odds.reduce((all, one) => all + one, unseen)
  for (const [who, isGone] of [
    [sum.waiting, false],
    [sum.gone, true],
  ] as const) {
    const [target] = listed(who)
    if (target === undefined) continue
    for (const [at, { value, share, prior, fits }] of found.entries()) {
      if (share / 100 >= mostCommon) continue
      const gave = series.some(({ asked }) => {
        const own = asked.find((one) => one.path === path)
        return own !== undefined && has(own.truth(path).in(value), target)
      })
      if (!gave) continue
      let [yes, all] = [0, 0]
      for (let joined = 0; joined <= waiting; joined++)
        for (let left = 0; left <= gone; left++) {
          const chance = fits(joined, left) * chanceOf(joined, waiting, prior) * chanceOf(left, gone, prior)
          all += chance
          yes += chance * (isGone ? left / gone : joined / waiting)
        }
      const belief = isSingle && waiting + gone === 1 && !isGone ? odds[at]! / allOdds : yes / (all || 1)
      tally.cells += 1
      tally.sum += belief
      tally.sure += Number(belief > sureFrom)
    }
  }
}

/** How well what is printed fits so many of those who wait, and of those who left, having given an answer. */
function fitsOf(
  { whole, parts }: Sum,
  last: Sum | null,
  answer: string,
  prior: number,
): ((joined: number, left: number) => number) | null {
  const all = whole.countOf(answer)
  const moved = sumOfParts(
    parts.filter(({ isKept }) => !isKept),
    answer,
  )
  const kept = sumOfParts(
    parts.filter(({ isKept }) => isKept),
    answer,
  )
  if (!all || !moved || !kept) return null
  const again = last && parts.some(({ isKept }) => isKept) ? keptAgain(parts, last, answer, prior) : null
  const groups = added(moved, again ? together(kept, again) : kept)
  return (joined, left) => {
    let fit = 0
    for (const [at, chance] of groups.of.entries()) fit += chance * at0(all, groups.least + at + joined - left)
    return fit
  }
}

/** The groups that are kept, as the whole of the publication before less its other groups. */
function keptAgain(
  parts: readonly Part[],
  { whole, parts: before, waiting, gone }: Sum,
  answer: string,
  prior: number,
) {
  const kept = new Set(parts.flatMap(({ value, isKept }) => (isKept ? [value] : [])))
  const others = sumOfParts(
    before.filter(({ value }) => !kept.has(value)),
    answer,
  )
  const all = whole.countOf(answer)
  if (!all || !others || before.filter(({ value }) => kept.has(value)).length < kept.size) return null
  return added(added(all, less(others)), added(less(binomial(sizeOf(waiting), prior)), binomial(sizeOf(gone), prior)))
}

function countIn({ bases, shares, answers }: Crossing, column: number, topic: Topic, mechanism: Mechanism) {
  return (answer: string): Chances | null => {
    const line = answers.findIndex(({ value }) => value === answer)
    const range = rangeOf(shares[column]![line] ?? null, bases[column] ?? null, mechanism)
    return range ? countsBehind(range, bases[column]!, topic, mechanism) : null
  }
}

/** Every count alike before it is printed. */
function countsBehind(range: Range, base: number, topic: Topic, mechanism: Mechanism): Chances {
  const wide = mechanism.largest(topic)
  const prints = baseChanges.map((change) => ({
    topic,
    least: leastCount(range, base + change),
    most: mostCount(range, base + change),
  }))
  const least = Math.max(0, Math.min(...prints.map((one) => one.least)) - wide)
  const most = Math.max(...prints.map((one) => one.most)) + wide
  const of = Float64Array.from({ length: most - least + 1 }, (_, at) =>
    prints.reduce((sum, print) => {
      const [from, to] = drawsOf(mechanism, print, least + at)
      return sum + Math.max(0, to - from)
    }, 0),
  )
  return scaled({ least, of })
}

const nothing: Chances = { least: 0, of: Float64Array.of(1) }

const sumOfParts = (parts: readonly Part[], answer: string): Chances | null =>
  parts.reduce<Chances | null>((sum, { countOf }) => {
    const own = sum && countOf(answer)
    return sum && own && added(sum, own)
  }, nothing)

function added(a: Chances, b: Chances): Chances {
  const of = new Float64Array(a.of.length + b.of.length - 1)
  for (const [at, chance] of a.of.entries())
    if (chance > 1e-12) for (let other = 0; other < b.of.length; other++) of[at + other]! += chance * b.of[other]!
  return { least: a.least + b.least, of }
}

const less = ({ least, of }: Chances): Chances => ({ least: 1 - least - of.length, of: of.toReversed() })

const binomial = (people: number, prior: number): Chances => ({
  least: 0,
  of: Float64Array.from({ length: people + 1 }, (_, yes) => chanceOf(yes, people, prior)),
})

const at0 = ({ least, of }: Chances, count: number): number => of[count - least] ?? 0

/** Two readings of one count; where they exclude each other, a rounding that is not known: the first alone. */
function together(a: Chances, b: Chances): Chances {
  const of = a.of.map((chance, at) => chance * at0(b, a.least + at))
  return of.some((chance) => chance > 0) ? scaled({ least: a.least, of }) : a
}

function scaled({ least, of }: Chances): Chances {
  const all = of.reduce((sum, one) => sum + one, 0)
  return { least, of: of.map((one) => one / (all || 1)) }
}
