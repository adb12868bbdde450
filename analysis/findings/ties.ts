/** Answers that may be the one given most often, in words. */
import type { Estimate } from '../estimates/estimate.ts'
import type { Led } from '../measures/measure.ts'
import { and, mostWords, quote, wordsIn } from '../text/format.ts'

/** An answer of a question, with its published share. */
export type Rival = Led & { estimate: Estimate }
/** One that never leads (« rien de cela »), and the frame that says it; without, its label does. */
export type Aside = Rival & { frame?: string }

/** Verbs have no list: each is said by the frame, while they are so few. */
const mostEach = 2
/** From as many rivals on, to tell the largest would say more than is known. */
const leastOpen = 5

/** What is ranked, as a sentence calls it. */
const ranked = {
  answer: {
    none: 'aucune réponse',
    other: 'parmi les autres réponses, aucune',
    one: 'réponse',
    many: 'réponses',
    often: 'fréquente',
  },
  theme: {
    none: 'aucun thème',
    other: 'parmi les autres thèmes, aucun',
    one: 'thème',
    many: 'thèmes',
    often: 'fréquent',
  },
  day: { none: 'aucun jour', other: 'parmi les autres jours, aucun', one: 'jour', many: 'jours', often: 'demandé' },
} as const
export type Ranked = keyof typeof ranked

/**
 * « Peut-être autant de familles citent le prix. », « Trois autres réponses sont peut-être aussi fréquentes : les horaires, le prix et la
 * distance. »: said after the sentence of the largest answer, in words of its frame. Their shares stand in the table, each with its interval.
 *
 * @param leaders as `leadersOf` gives them, the largest first; not those that are open
 * @param who answered, in the plural: « familles »
 * @param frame of the largest answer; its opening (« Parmi les familles répondantes, ») is not said again
 * @returns null when a single one may be the first
 */
export function tieSentence(
  [top, ...others]: readonly Rival[],
  who: string,
  frame: string,
  what: Ranked = 'answer',
): string | null {
  if (top === undefined || others.length === 0) return null
  return alikeSentences(others, who, frame) ?? listSentence(others, ranked[what])
}

/** A single answer, or two verbs; null where there are more, or no words for them. */
function alikeSentences(alike: readonly Rival[], who: string, frame: string): string | null {
  const areVerbs = alike.every(({ phrase }) => phrase !== undefined && isVerb(phrase))
  // « Oui » alone names nothing
  if (alike.length > (areVerbs ? mostEach : 1) || alike.some(isBare)) return null
  const told = frame.replace(/\s*\([^()]*\{(?:interval|base)\}[^()]*\)/g, '').replace(/«\s?(\{top\})\s?»/, '$1')
  // « {top} : {value} » has no verb; an interval elsewhere than in brackets would be that of the largest
  const isUnfit = !told.includes('{top}') || /^\{top\}|\{(?:interval|base)\}/.test(told)
  const said = alike.map((one) =>
    capital(`${saidAgain(isUnfit ? '{value} citent {top}' : told, who).replace('{top}', wordsOf(one))}.`),
  )
  return said.some((one) => wordsIn(one) > mostWords) ? null : said.join(' ')
}

/** « Peut-être autant de familles citent {top} » */
const saidAgain = (frame: string, who: string): string =>
  frame
    .replace(/^[^{]*, (?=[^{]*\{)/, '')
    .replace(/(?<=\{top\}.*)\{value\} d[^,]*$/, '{value}')
    .replace(counted, `peut-être autant ${/^[aeéèiouh]/i.test(who) ? 'd’' : 'de '}${who}`)
    .replace(/ (à|pour) peut-être autant(?= |$)/, ' peut-être $1 autant')
    .replace(/\.$/, '')

/** The table beside names those that have no words of their own, or too many. */
function listSentence(rivals: readonly Rival[], { one, many, often }: (typeof ranked)[Ranked]): string {
  const isOne = rivals.length === 1
  const other = isOne
    ? `une autre ${one} est peut-être aussi ${often}`
    : `${smallNumbers[rivals.length]} autres ${many} sont peut-être aussi ${often}s`
  const names = rivals.map(wordsOf)
  const listed =
    names.slice(1).some((name) => /, | et | ou /.test(name)) || /, | et | ou /.test(names[0]!)
      ? names.join(' ; ')
      : and(names)
  const isNamed = !rivals.some(
    (rival) => isBare(rival) || isOfForm(rival) || (rival.phrase !== undefined && isVerb(rival.phrase)),
  )
  const named = capital(`${other} : ${listed}.`)
  return isNamed && wordsIn(named) <= mostWords ? named : capital(`${other}.`)
}

/** « {value} des familles répondantes »: whom a frame counts. */
const counted =
  /\{value\}(?: d(?:es|e l[ae’]|u) (?:\p{L}+|\d+-\d+\sans)(?: (?:répondant|décrit|interrogé|concerné|intéressé)e?s(?! par))*)?/u

const wordsOf = ({ label, phrase }: Led): string => phrase ?? quote(unquoted(label))
/** A verb that has lost its subject: « vont à l’accueil périscolaire ». */
export const isVerb = (phrase: string) => /^(?!avant|devant|durant|pendant)(?:n’|ne )?\p{L}+nt(?: |$)/u.test(phrase)

/** « la Mission locale »; all in quotation marks where one has no such name. A label goes without what it explains after a colon or in brackets. */
export function namesOf(rivals: readonly Rival[]): string[] {
  const names = rivals.map(({ label, phrase }) =>
    phrase === undefined || isVerb(phrase) ? unquoted(label).replace(/\s*\([^()]*\)|\s+:\s.*$/g, '') : phrase,
  )
  // « les émotions et les conflits, et le langage et les écrans »: how many are they?
  const isPlain = names.every((name) => /^(?:l[ae]s? |l’)(?!.*(?:, | et | ou ))/.test(name))
  return isPlain ? names : names.map(quote)
}

/** Five or more may be as frequent as the largest: none of them is put forward. */
export const isOpen = (leaders: readonly Rival[]): boolean => leaders.length > leastOpen

/**
 * « Envies : aucun choix ne se détache nettement (420 réponses). »: those a bit larger than others are as likely not to be.
 *
 * @param title what they answer, the sentence being read alone; null after the sentence of those who gave none of them
 * @param base what they rest on, in words
 */
export const openSentence = (title: string | null, base: string, what: Ranked = 'answer'): string =>
  title === null
    ? capital(`${ranked[what].other} ne se détache nettement.`)
    : `${title} : ${ranked[what].none} ne se détache nettement (${base}).`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const smallNumbers: readonly string[] = 'zéro un deux trois quatre cinq six sept huit'.split(' ')

/** « Oui » and « Non » alone name nothing outside their question. */
/** « Nous, ses parents, en nous relayant » speaks as the form does. */
const isOfForm = ({ label, phrase }: Led) =>
  (phrase === undefined || isVerb(phrase)) &&
  /(?<!\p{L})(?:j[e’]|m[oea]i?|mes|nous|nos|notre|v(?:ous|os|otre))(?!\p{L})/iu.test(label)

const isBare = ({ label, phrase }: Led) => phrase === undefined && /^(non|oui)\b/i.test(unquoted(label))

export const unquoted = (label: string) => label.replace(/[«»]\s*/g, '').trim()
