/** Which answers may be the one given most often: those that the published shares do not tell apart from the largest. */
import type { Unit } from '../../surveys/questionnaire/questionnaire.ts'
import { adjust } from '../comparisons/adjust.ts'
import { mcnemar } from '../comparisons/mcnemar.ts'
import type { Precision } from '../disclosure/interval.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Led } from '../measures/measure.ts'
import { and, baseText, percent, quote } from '../text/format.ts'

/** An answer of a question, with its published share. */
export type Rival = Led & { estimate: Estimate }

/** Published shares are whole percents: the variance of what rounding took or gave. */
const rounding = 0.01 ** 2 / 12

/**
 * p-values that two answers of the same people are given equally often, adjusted for their number.
 *
 * @param pairs places in `rivals`
 * @param precision of their table: noise of the counts, people for one answer
 * @returns one per pair; 1 where nothing tells them apart
 * @source mcnemar; Holm (1979)
 */
function testsOf(
  rivals: readonly Rival[],
  pairs: readonly (readonly [number, number])[],
  precision: Precision,
): number[] {
  const raw = pairs.map(([a, b]) => {
    const [one, other] = [rivals[a]!.estimate, rivals[b]!.estimate]
    const people = precision.peoplePerAnswer * Math.min(one.base, other.base)
    const tested = mcnemar({
      first: one.value,
      second: other.value,
      both: null,
      n: Math.min(one.effectiveBase, other.effectiveBase),
      noise: precision.noise / people ** 2 + rounding,
    })
    return tested?.p ?? 1
  })
  return adjust(raw)
}

/**
 * The largest answer, then those that may be as large; a single one is established as the first.
 *
 * @param rivals in the order of their published shares, the largest first
 */
export function leadersOf(rivals: readonly Rival[], precision: Precision): Rival[] {
  const [first, ...others] = rivals
  if (first === undefined) return []
  const p = testsOf(
    rivals,
    others.map((_, at) => [0, at + 1] as const),
    precision,
  )
  return [first, ...others.filter((_, at) => p[at]! >= 0.05)]
}

/**
 * First and last rank that the tests of every pair allow each answer.
 *
 * @returns one pair per rival, 1 = first
 */
export function ranksOf(rivals: readonly Rival[], precision: Precision): [first: number, last: number][] {
  const pairs = rivals.flatMap((_, a) => rivals.slice(a + 1).map((__, step) => [a, a + 1 + step] as const))
  const p = testsOf(rivals, pairs, precision)
  const ahead = rivals.map(() => 0)
  const behind = rivals.map(() => 0)
  for (const [at, [a, b]] of pairs.entries()) {
    if (p[at]! >= 0.05) continue
    const isFirst = rivals[a]!.estimate.value > rivals[b]!.estimate.value
    ahead[isFirst ? b : a]! += 1
    behind[isFirst ? a : b]! += 1
  }
  return rivals.map((_, at) => [1 + ahead[at]!, rivals.length - behind[at]!])
}

/** Beyond, naming them all would be no sentence. */
const mostNamed = 4
const mostWords = 25

/**
 * « Parmi les familles répondantes, « A » (34 %), « B » (30 %) et « C » (28 %) arrivent ensemble : l’écart n’est pas établi (300
 * réponses). » Each share has its interval in the table: one for several answers would be an interval of nothing.
 *
 * @param leaders two or more, as `leadersOf` gives them
 * @param group who the shares are of: « des familles répondantes »; `unit`: what their base counts
 */
export function tieSentence(leaders: readonly Rival[], { group, unit }: { group: string; unit: Unit }): string {
  const among = `Parmi ${definite(group)},`
  const base = `(${baseText(leaders[0]!.estimate.base, unit)}).`
  const each = leaders.map(({ label, estimate }) => `${quote(unquoted(label))} (${percent(estimate.value)})`)
  const named = `${among} ${and(each)} arrivent ensemble : l’écart n’est pas établi ${base}`
  const isSaid =
    leaders.length <= mostNamed && wordsIn(named) <= mostWords && !leaders.some(({ label }) => isBare(label))
  if (isSaid) return named
  const shares = leaders.map(({ estimate }) => estimate.value)
  const [least, most] = [Math.min(...shares), Math.max(...shares)]
  const range = least === most ? percent(most) : `de ${percent(least).replace(/\D+$/, '')} à ${percent(most)}`
  const first = `les ${inWords[leaders.length] ?? leaders.length} premières`
  return `${among} aucune réponse ne se détache : ${first} recueillent chacune ${range} ${base}`
}

/** « des familles » → « les familles », « du territoire » → « le territoire ». */
const definite = (group: string): string =>
  group.replace(/^(des|du|de la|de l[’']) ?/, (of) =>
    of.startsWith('des') ? 'les ' : of.startsWith('du') ? 'le ' : of.startsWith('de la') ? 'la ' : 'l’',
  )

/** Counts up to sixteen, as they are written in a sentence. */
const inWords: readonly (string | undefined)[] =
  ',,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize'
    .split(',')
    .map((word) => word || undefined)

/** « Non » alone names nothing outside its question. */
const isBare = (label: string) => /^(non|oui)\b/i.test(unquoted(label))

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

export const unquoted = (label: string) => label.replace(/[«»]\s*/g, '').trim()
