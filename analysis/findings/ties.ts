/** Answers that may be the one given most often, in words. */
import type { Estimate } from '../estimates/estimate.ts'
import type { Led } from '../measures/measure.ts'
import { and, mostWords, percent, quote, wordsIn } from '../text/format.ts'

/** An answer of a question, with its published share. */
export type Rival = Led & { estimate: Estimate }
/** One that never leads (« rien de cela »), and the frame that says it; without, its label does. */
export type Aside = Rival & { frame?: string }

/** Of the share of the largest. */
const leastBeside = 3 / 4
/** From as many rivals on, to tell the largest would say more than is known. */
const leastOpen = 5

/** What is ranked, as a sentence calls it. */
const ranked = {
  answer: {
    one: 'La réponse',
    many: 'Les réponses',
    another: 'Une autre réponse',
    others: 'autres réponses',
    last: 'une autre',
    none: 'choix',
    first: 'la première',
    those: 'elles',
  },
  theme: {
    one: 'Le thème',
    many: 'Les thèmes',
    another: 'Un autre thème',
    others: 'autres thèmes',
    last: 'un autre',
    none: 'thème',
    first: 'le premier',
    those: 'eux',
  },
  day: {
    one: 'La réponse',
    many: 'Les réponses',
    another: 'Une autre réponse',
    others: 'autres réponses',
    last: 'une autre',
    none: 'jour',
    first: 'la première',
    those: 'elles',
  },
} as const
export type Ranked = keyof typeof ranked

/**
 * « La réponse « Le prix » revient tout aussi souvent. Les réponses « Les horaires » et « La distance » viennent ensuite, sans écart sûr avec la première. »: said after the
 * sentence of the largest answer, in the words of the form. Their shares stand in the table, each with its interval.
 *
 * @param leaders as `leadersOf` gives them, the largest first; not those that are open
 * @returns null when a single one may be the first
 */
export function tieSentence([top, ...rivals]: readonly Rival[], what: Ranked = 'answer'): string | null {
  if (top === undefined || rivals.length === 0) return null
  const level = rivals.filter((one) => isLevel(top, one))
  const behind = rivals.filter((one) => !isLevel(top, one))
  const others = ranked[what][level.length > 0 ? 'those' : 'first']
  return [said(level, what, standings.level), said(behind, what, standings.behind, others)].filter(Boolean).join(' ')
}

const standings = {
  level: { one: 'revient tout aussi souvent', many: 'reviennent tout aussi souvent' },
  behind: { one: 'vient ensuite', many: 'viennent ensuite' },
}

/** The answers that come near enough to be told beside the largest. */
export const besideOf = ([top, ...rivals]: readonly Rival[]): Rival[] =>
  top ? rivals.filter(({ estimate }) => estimate.value >= leastBeside * top.estimate.value) : []

/** « 28 % », then « sans écart sûr » of what has 28 % in the table, was read as a fault. */
const isLevel = (top: Rival, { estimate }: Rival): boolean => percent(estimate.value) === percent(top.estimate.value)

/** All of them, or none: the table beside names those that have too many words. */
function said(
  rivals: readonly Rival[],
  what: Ranked,
  stands: (typeof standings)[keyof typeof standings],
  from = '',
): string | null {
  if (rivals.length === 0) return null
  const { one, many, another, others, last: lastOne } = ranked[what]
  const isOne = rivals.length === 1
  const verb = `${isOne ? stands.one : stands.many}${from && `, sans écart sûr avec ${from}`}`
  const named = (name: (label: string) => string, most = rivals.length) => {
    const left = rivals.length - most
    const names = rivals.slice(0, most).map(({ label }) => quote(name(label)))
    return `${isOne ? one : many} ${and(left === 0 ? names : [...names, left === 1 ? lastOne : `${smallNumbers[left]} autres`])} ${verb}.`
  }
  const counted = isOne ? another : `${capital(smallNumbers[rivals.length] ?? 'plusieurs')} ${others}`
  // as many names as a sentence holds, whole ones first
  const naming = rivals.some(isBare)
    ? undefined
    : rivals
        .flatMap((_, left) => [unquoted, shortened].map((name) => named(name, rivals.length - left)))
        .find((sentence) => wordsIn(sentence) <= mostWords)
  return naming ?? `${counted} ${verb}.`
}

/** Without what it explains after a colon or in brackets. */
const shortened = (label: string) => unquoted(label).replace(/\s*\([^()]*\)|\s+:\s.*$/g, '')

/** A verb that has lost its subject: « vont à l’accueil périscolaire ». */
export const isVerb = (phrase: string) =>
  /^(?!avant|devant|durant|pendant|\p{L}+ement(?: |$))(?:n’|ne )?\p{L}+nt(?: |$)/u.test(phrase)

/** « la Mission locale »; all in quotation marks where one has no such name. A label goes without what it explains after a colon or in brackets. */
export function namesOf(rivals: readonly Rival[]): string[] {
  const names = rivals.map(({ label, phrase }) => (phrase === undefined || isVerb(phrase) ? shortened(label) : phrase))
  // « les émotions et les conflits, et le langage et les écrans »: how many are they?
  const isPlain = names.every((name) => /^(?:l[ae]s? |l’|une? |d[eu]s? )(?!.*(?:, | et | ou ))/.test(name))
  return isPlain ? names : names.map(quote)
}

/** Five or more may be as frequent as the largest: none of them is put forward. */
export const isOpen = (leaders: readonly unknown[]): boolean => leaders.length > leastOpen

/**
 * « Jours : aucun jour ne se détache nettement en tête (200 enfants). La réponse « Mercredis » arrive devant, sans avance sûre. »: those a bit larger than
 * others are as likely not to be. One that no other comes near is named all the same: the table shows it.
 *
 * @param title what they answer, the sentence being read alone; what it lists is named after it: « Moments possibles »
 * @param base what they rest on, in words
 * @param leaders the largest first
 * @param isAfter said after the sentence of those who gave none of them
 */
export function openSentence(
  title: string,
  base: string,
  leaders: readonly Rival[],
  what: Ranked = 'answer',
  isAfter = false,
): string {
  const own = what === 'answer' ? rankedIn.exec(title)?.[1]?.toLowerCase() : undefined
  const none = own ?? ranked[what].none
  const said = isAfter
    ? `Aucun ${own === undefined ? 'autre ' : ''}${none} ne se détache nettement.`
    : `${title} : aucun ${none} ne se détache nettement en tête (${base}).`
  const [top] = leaders
  const isAhead = top !== undefined && besideOf(leaders).length === 0 && !isBare(top)
  return isAhead ? `${said} ${ranked[what].one} ${quote(shortened(top.label))} arrive devant, sans avance sûre.` : said
}

/** « Moments… : aucun moment », not « aucun choix ». */
const rankedIn = /^(?:principal )?(moment|lieu|domaine|obstacle|sujet|moyen|service|partenaire|public)[sx]?(?!\p{L})/iu

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const smallNumbers: readonly string[] = 'zéro un deux trois quatre cinq six sept huit'.split(' ')

/** « Oui » and « Non » alone name nothing outside their question. */
const isBare = ({ label, phrase }: Led) => phrase === undefined && /^(non|oui)\b/i.test(unquoted(label))

export const unquoted = (label: string) => label.replace(/[«»]\s*/g, '').trim()
