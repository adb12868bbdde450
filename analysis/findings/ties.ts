/** Which answers may be the one given most often: those that the published shares do not tell apart from the largest. */
import { adjust } from '../comparisons/adjust.ts'
import { mcnemar } from '../comparisons/mcnemar.ts'
import type { Precision } from '../disclosure/interval.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Led } from '../measures/measure.ts'
import { and, quote } from '../text/format.ts'

/** An answer of a question, with its published share. */
export type Rival = Led & { estimate: Estimate }
/** One that never leads (« rien de cela »), and the frame that says it; without, its label does. */
export type Aside = Rival & { frame?: string }

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
  // counted one by one: only equal counts are level
  if (precision.isCounted) return rivals.filter(({ estimate }) => estimate.value === first.estimate.value)
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
const mostNamed = 3
const mostCounted = 8
const mostWords = 25

/**
 * « Les réponses « B », « C » et quatre autres sont peut-être aussi fréquentes. »: said after the sentence of the largest answer, which never says that it is first.
 * Their shares stand in the table, each with its interval.
 *
 * @param leaders as `leadersOf` gives them, the largest first
 * @returns null when a single one may be the first
 */
export function tieSentence([, ...others]: readonly Rival[]): string | null {
  if (others.length === 0) return null
  const isNamed = others.length <= mostCounted && !others.some(({ label }) => isBare(label))
  // the first few by their labels, as many as one sentence holds
  for (let named = isNamed ? Math.min(others.length, mostNamed) : 0; named > 0; named--) {
    const rest = others.length - named
    const names = others.slice(0, named).map(({ label }) => quote(unquoted(label)))
    const listed = and([...names, ...(rest === 0 ? [] : [`${inWords(rest)} autres`])])
    const said = maybeAs(`${others.length > 1 ? 'les réponses' : 'la réponse'} ${listed}`, others.length > 1)
    if (rest !== 1 && wordsIn(said) <= mostWords) return said
  }
  return others.length === 1
    ? maybeAs('une autre réponse', false)
    : maybeAs(`${inWords(others.length)} autres réponses`, true)
}

/** « Les réponses « B » et « C » sont peut-être aussi fréquentes. » @param many it speaks of several */
const maybeAs = (rivals: string, many: boolean): string => {
  const said = `${rivals} ${many ? 'sont peut-être aussi fréquentes' : 'est peut-être aussi fréquente'}.`
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** A count as a sentence writes it: up to sixteen in words. */
const inWords = (count: number): string => smallNumbers[count] ?? String(count)
const smallNumbers: readonly string[] =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ')

/** « Oui » and « Non » alone name nothing outside their question. */
const isBare = (label: string) => /^(non|oui)\b/i.test(unquoted(label))

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

export const unquoted = (label: string) => label.replace(/[«»]\s*/g, '').trim()
