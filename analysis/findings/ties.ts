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
/** From as many rivals on, to tell the largest would say more than is known. */
const leastOpen = 5

/** What is ranked, as a sentence calls it. */
const ranked = {
  answer: {
    one: 'la réponse',
    many: 'les réponses',
    another: 'une autre réponse',
    others: 'autres réponses',
    none: 'aucune réponse',
    e: 'e',
  },
  theme: {
    one: 'le thème',
    many: 'les thèmes',
    another: 'un autre thème',
    others: 'autres thèmes',
    none: 'aucun thème',
    e: '',
  },
  day: {
    one: 'le jour',
    many: 'les jours',
    another: 'un autre jour',
    others: 'autres jours',
    none: 'aucun jour',
    e: '',
  },
} as const
export type Ranked = keyof typeof ranked

/**
 * « Peut-être autant : après 18 h 30 et le samedi. », « Les réponses « B » et « C » sont peut-être aussi fréquentes. » where an
 * answer has no words of its own in the sentence: said after the sentence of the largest answer, which never says that it is first.
 * Their shares stand in the table, each with its interval.
 *
 * @param leaders as `leadersOf` gives them, the largest first; not those that are open
 * @returns null when a single one may be the first
 */
export function tieSentence([, ...others]: readonly Rival[], what: Ranked = 'answer'): string | null {
  if (others.length === 0) return null
  const words = ranked[what]
  const maybeAs = (rivals: string): string =>
    capital(
      others.length > 1
        ? `${rivals} sont peut-être aussi fréquent${words.e}s.`
        : `${rivals} est peut-être aussi fréquent${words.e}.`,
    )
  const isNamed = !others.some(({ label }) => isBare(label))
  // the first few by their labels, as many as one sentence holds
  for (let named = isNamed ? Math.min(others.length, mostNamed) : 0; named > 0; named--) {
    const rest = others.length - named
    const said = phrased(others.slice(0, named), rest === 0 ? null : `${smallNumbers[rest]} ${words.others}`)
    if (said && rest !== 1 && wordsIn(said) <= mostWords) return said
  }
  for (let named = isNamed ? Math.min(others.length, mostNamed) : 0; named > 0; named--) {
    const rest = others.length - named
    const names = others.slice(0, named).map(({ label }) => quote(unquoted(label)))
    const listed = and([...names, ...(rest === 0 ? [] : [`${smallNumbers[rest]} autres`])])
    const said = maybeAs(`${others.length > 1 ? words.many : words.one} ${listed}`)
    if (rest !== 1 && wordsIn(said) <= mostWords) return said
  }
  return maybeAs(others.length === 1 ? words.another : `${smallNumbers[others.length]} ${words.others}`)
}

/** A verb that has lost its subject: « vont à l’accueil périscolaire ». */
const isVerb = (phrase: string) => /^(?!avant|devant|durant|pendant)\p{L}+nt /u.test(phrase)

/** In the words that the sentence has for them; null when one has none that stand alone. */
function phrased(named: readonly Led[], rest: string | null): string | null {
  const phrases = named.flatMap(({ phrase }) => phrase ?? [])
  if (phrases.length < named.length || phrases.some(isVerb)) return null
  const isLong = phrases.some((phrase) => /, | et /.test(phrase))
  const all = rest === null ? phrases : [...phrases, rest]
  return `Peut-être autant : ${isLong ? all.join(' ; ') : and(all)}.`
}

/** Five or more may be as frequent as the largest: none of them is put forward. */
export const isOpen = (leaders: readonly Rival[]): boolean => leaders.length > leastOpen

/**
 * « Envies : aucune réponse n’est nettement en tête (420 réponses). Les plus citées sont « A », « B » et « C », sans écart établi avec les suivantes. »
 *
 * @param title what they answer, the sentence being read alone
 * @param base what they rest on, in words
 * @param offered how many there are: where all of them may be first, naming some would set them apart
 */
export function openSentence(
  title: string,
  leaders: readonly Rival[],
  base: string,
  { what = 'answer', offered = 0 }: { what?: Ranked | undefined; offered?: number | undefined } = {},
): string {
  const { none, e } = ranked[what]
  const open = `${title} : ${none} n’est nettement en tête (${base}).`
  if (leaders.length > mostCounted + 1 || leaders.length === offered) return open
  const names = leaders.slice(0, mostNamed).map(({ label }) => quote(unquoted(label)))
  const said = `Les plus cité${e}s sont ${and(names)}, sans écart établi avec les suivant${e}s.`
  return wordsIn(said) > mostWords ? open : `${open} ${said}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const smallNumbers: readonly string[] = 'zéro un deux trois quatre cinq six sept huit'.split(' ')

/** « Oui » and « Non » alone name nothing outside their question. */
const isBare = (label: string) => /^(non|oui)\b/i.test(unquoted(label))

export const unquoted = (label: string) => label.replace(/[«»]\s*/g, '').trim()
