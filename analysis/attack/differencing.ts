/**
 * Two printed groups, one within the other, that differ by a few people of whom one is known: what does the change, or its
 * absence, say of that person? Same people have the same noise, so equal figures are evidence too.
 *
 * @source Gadotti, Houssiau, Rocher, Livshits & de Montjoye (2019), When the signal is in the noise
 */
import { leastDescribed } from '../../surveys/thresholds.ts'
import type { Topic } from '../disclosure/perturbation.ts'
import { type Asked, baseOf, keptFrom } from './explorer.ts'
import type { Mechanism } from './mechanism.ts'
import { has, isWithin, listed, type People, sizeOf, without } from './people.ts'
import { baseChanges, leastCount, mostCount, type Range, rangeOf } from './range.ts'

export type DifferencingTally = { cells: number; sum: number; sure: number }

/** A group as it was printed once: who is in it, and the share of each answer. */
type View = { epoch: number; topic: Topic; who: People; size: number; base: number; shares: ReadonlyMap<string, Range> }

/** More people are a group that may be described. */
export const mostDifferent = leastDescribed - 1
export const sureFrom = 0.95
/** Of an answer that most people give, one is sure without any attack. */
export const mostCommon = 0.5

/** @param snapshots what was asked of each publication, the oldest first */
export function attackDifferences(
  snapshots: readonly { asked: readonly Asked[]; epoch: number }[],
  mechanism: Mechanism,
  tally: DifferencingTally,
): void {
  const { asked } = snapshots.at(-1)!
  const sensitive = new Set(asked.filter((one) => one.sensitive).map((one) => one.path))
  for (const { path, isPanel, isSingle } of asked) {
    if (isPanel) continue
    const same = snapshots.flatMap(({ asked, epoch }) => {
      const own = asked.find((one) => one.path === path)
      return own ? [{ own, epoch }] : []
    })
    const views = same
      .flatMap(({ own, epoch }) => viewsOf(own, epoch, sensitive, mechanism))
      .toSorted((a, b) => a.size - b.size)
    // whoever is in the oldest or the newest publication is known to one of them
    const answersOf = (one: number) =>
      same.flatMap(({ own }) => answersIn(own).filter((value) => has(own.truth(path).in(value), one)))
    for (const [at, inner] of views.entries())
      for (let next = at + 1; next < views.length && views[next]!.size - inner.size <= mostDifferent; next++) {
        const outer = views[next]!
        if (outer.size === inner.size || !isWithin(inner.who, outer.who)) continue
        const [target] = listed(without(outer.who, inner.who))
        const given = new Set(answersOf(target!))
        const beliefs = beliefsOf(inner, outer, mechanism, isSingle)
        for (const value of given) {
          const belief = beliefs.get(value)
          if (belief === undefined || middle(outer.shares.get(value)!) >= mostCommon) continue
          tally.cells += 1
          tally.sum += belief
          tally.sure += Number(belief > sureFrom)
        }
      }
  }
}

/** Of a list of groups some answers are printed in the classes of a typology only. */
function answersIn({ crossings }: Asked): string[] {
  const alone = crossings.find(({ by }) => by === null)
  const all = (alone ? [alone] : crossings).flatMap(({ answers }) => answers.map(({ value }) => value))
  return [...new Set(all)]
}

function viewsOf(question: Asked, epoch: number, sensitive: ReadonlySet<string>, mechanism: Mechanism): View[] {
  const { path, crossings } = question
  return crossings.flatMap((crossing) => {
    const { by, answers, shares, bases } = crossing
    return bases.flatMap((base, column): View[] => {
      // the same figure as then, of the same people
      if (base === null || keptFrom({ question, crossing, column })) return []
      const who = baseOf(question, crossing, column)
      const printed = answers.flatMap(({ value }, line): [string, Range][] => {
        const range = rangeOf(shares[column]![line] ?? null, base, mechanism)
        return range && !value.startsWith('autres:') ? [[value, range]] : []
      })
      const topic = sensitive.has(path) || sensitive.has(by?.path ?? '') ? 'sensitive' : 'ordinary'
      return [{ epoch, topic, who, size: sizeOf(who), base, shares: new Map(printed) }]
    })
  })
}

const middle = ({ from, to }: Range) => (from + to) / 200

/** By answer: chance that the known person gave it. */
function beliefsOf(inner: View, outer: View, mechanism: Mechanism, isSingle: boolean): Map<string, number> {
  const different = outer.size - inner.size
  const isSameNoise = inner.epoch === outer.epoch && !mechanism.isFresh
  const answers = [...outer.shares].flatMap(([value, range]) => {
    const before = inner.shares.get(value)
    return before ? [{ value, before, after: range, prior: Math.min(0.99, Math.max(0.005, middle(range))) }] : []
  })
  const sums = new Map(answers.map(({ value }) => [value, 0]))
  let all = 0
  const alone = new Map<string, [yes: number, no: number]>(answers.map(({ value }) => [value, [0, 0]]))
  for (const changeBefore of baseChanges)
    for (const changeAfter of baseChanges) {
      const fits = answers.map(({ before, after, prior }) => {
        const first = printOf(before, inner, changeBefore)
        const then = printOf(after, outer, changeAfter)
        return Array.from(
          { length: different + 1 },
          (_, yes) => likelihood(mechanism, first, then, yes, isSameNoise) * chanceOf(yes, different, prior),
        )
      })
      const scale = fits.map((fit) => fit.reduce((sum, one) => sum + one, 0) || 1e-300)
      for (const [at, { value }] of answers.entries()) {
        const others = scale.reduce((product, one, other) => (other === at ? product : product * one), 1)
        const pair = alone.get(value)!
        for (const [yes, fit] of fits[at]!.entries()) {
          pair[0] += (others * fit * yes) / different
          pair[1] += others * fit * (1 - yes / different)
        }
      }
      if (different > 1 || !isSingle) continue
      // or an answer that is not printed in both groups
      const unseen = Math.max(0.005, 1 - answers.reduce((sum, { prior }) => sum + prior, 0))
      all += fits.reduce((product, fit, at) => product * (fit[0]! / (1 - answers[at]!.prior)), unseen)
      for (const [at, { value, prior }] of answers.entries()) {
        const weight = fits.reduce(
          (product, fit, other) =>
            product *
            (other === at ? (fit[1]! / answers[other]!.prior) * prior : fit[0]! / (1 - answers[other]!.prior)),
          1,
        )
        sums.set(value, sums.get(value)! + weight)
        all += weight
      }
    }
  if (all > 0) return new Map([...sums].map(([value, sum]) => [value, sum / all]))
  return new Map([...alone].map(([value, [yes, no]]) => [value, yes / (yes + no || 1)]))
}

/** Counts that a printed share stands for, and the noise they had. */
type Print = { topic: Topic; least: number; most: number }

const printOf = (range: Range, { topic, base }: View, change: number): Print => ({
  topic,
  least: leastCount(range, base + change),
  most: mostCount(range, base + change),
})

/** Chance of both prints when `yes` of the different people gave the answer. */
function likelihood(mechanism: Mechanism, first: Print, then: Print, yes: number, isSameNoise: boolean): number {
  const wide = mechanism.largest(first.topic)
  let sum = 0
  for (let count = Math.max(0, first.least - wide); count <= first.most + wide; count++) {
    const [from, to] = drawsOf(mechanism, first, count)
    const [fromThen, toThen] = drawsOf(mechanism, then, count + yes)
    // one draw for the same people, even where two topics read it in two tables
    if (yes === 0 && isSameNoise) sum += Math.max(0, Math.min(to, toThen) - Math.max(from, fromThen))
    else sum += Math.max(0, to - from) * Math.max(0, toThen - fromThen)
  }
  return sum
}

/** The draws in [0, 1) that turn a count into what is printed. */
export const drawsOf = ({ atMost }: Mechanism, { topic, least, most }: Print, count: number): [number, number] => [
  least > 0 ? atMost(topic, count, least - 1) : 0,
  atMost(topic, count, most),
]

/** Binomial. */
export function chanceOf(yes: number, of: number, prior: number): number {
  let ways = 1
  for (let at = 0; at < yes; at++) ways = (ways * (of - at)) / (at + 1)
  return ways * prior ** yes * (1 - prior) ** (of - yes)
}
