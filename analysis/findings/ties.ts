/** Answers that may be the one given most often, in words. */
import type { Estimate } from '../estimates/estimate.ts'
import type { Led } from '../measures/measure.ts'
import { and, mostWords, quote, wordsIn } from '../text/format.ts'

/** An answer of a question, with its published share. */
export type Rival = Led & { estimate: Estimate }
/** One that never leads (« rien de cela »), and the frame that says it; without, its label does. */
export type Aside = Rival & { frame?: string }

/** Beyond, naming them all would be no sentence. */
const mostNamed = 3
const mostCounted = 8

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
  if (others.length >= smallNumbers.length) return maybeAs('beaucoup d’autres réponses', true)
  return others.length === 1
    ? maybeAs('une autre réponse', false)
    : maybeAs(`${inWords(others.length)} autres réponses`, true)
}

/** « Les réponses « B » et « C » sont peut-être aussi fréquentes. » @param many it speaks of several */
const maybeAs = (rivals: string, many: boolean): string => {
  const said = `${rivals} ${many ? 'sont peut-être aussi fréquentes' : 'est peut-être aussi fréquente'}.`
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** A count as a sentence writes it. */
const inWords = (count: number): string => smallNumbers[count]!
const smallNumbers: readonly string[] =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ')

/** « Oui » and « Non » alone name nothing outside their question. */
const isBare = (label: string) => /^(non|oui)\b/i.test(unquoted(label))

export const unquoted = (label: string) => label.replace(/[«»]\s*/g, '').trim()
