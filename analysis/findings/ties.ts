/** Answers that may be the one given most often, in words. */
import type { Estimate } from '../estimates/estimate.ts'
import type { Led } from '../measures/measure.ts'
import { and, mostWords, quote, wordsIn } from '../text/format.ts'

/** An answer of a question, with its published share. */
export type Rival = Led & { estimate: Estimate }
/** One that never leads (« rien de cela »), and the frame that says it; without, its label does. */
export type Aside = Rival & { frame?: string }

/** Beyond, in points, two shares are not said to be perhaps the same. */
const mostAlike = 10
/** More answers, each said for itself, are a list that nobody reads. */
const mostEach = 2
/** From as many rivals on, to tell the largest would say more than is known. */
const leastOpen = 5

/** What is ranked, as a sentence calls it. */
const ranked = {
  answer: {
    none: 'aucun choix',
    other: 'parmi les choix proposés, aucun',
    another: 'la réponse suivante',
    others: ['les', 'réponses suivantes'],
  },
  theme: {
    none: 'aucun thème',
    other: 'parmi les thèmes, aucun',
    another: 'le thème suivant',
    others: ['les', 'thèmes suivants'],
  },
  day: { none: 'aucun jour', other: 'parmi les jours, aucun', another: 'un autre jour', others: ['', 'autres jours'] },
} as const
export type Ranked = keyof typeof ranked

/**
 * « Peut-être autant de familles citent les horaires, et autant le prix. L’écart avec la distance n’est pas établi. »: said after the
 * sentence of the largest answer; of one or two answers, each for itself in the words of the same frame. Their shares stand in the table,
 * each with its interval.
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
  const isFar = ({ estimate }: Rival) => Math.round((top.estimate.value - estimate.value) * 100) > mostAlike
  const far = others.filter(isFar)
  const told = alikeSentence(
    others.filter((one) => !isFar(one)),
    who,
    frame,
  )
  return [...told, ...gapSentence(told.length > 0 ? far : others, what)].join(' ')
}

/** None where there are more than two, or no words for them. */
function alikeSentence(alike: readonly Rival[], who: string, frame: string): string[] {
  // « Oui » alone names nothing
  if (alike.length === 0 || alike.length > mostEach || alike.some(isBare)) return []
  const told = frame.replace(/\s*\([^()]*\{(?:interval|base)\}[^()]*\)/g, '').replace(/«\s?(\{top\})\s?»/, '$1')
  // « {top} : {value} » has no verb; an interval elsewhere than in brackets would be that of the largest
  const isUnfit = !told.includes('{top}') || /^\{top\}|\{(?:interval|base)\}/.test(told)
  const said = eachIn(isUnfit ? '{value} citent {top}' : told, alike.map(wordsOf), who)
  return said.map((one) => capital(`${one}.`)).filter((one) => wordsIn(one) <= mostWords)
}

/** Joined by « ou », they would be read as one answer or another. A second one goes on from « peut-être autant » only: none else. */
function eachIn(frame: string, [first = '', second]: readonly string[], who: string): string[] {
  const shared = frame
    .replace(/^[^{]*, (?=[^{]*\{)/, '')
    .replace(/(?<=\{top\}.*)\{value\} d[^,]*$/, '{value}')
    .replace(counted, `peut-être autant ${/^[aeéèiouh]/i.test(who) ? 'd’' : 'de '}${who}`)
    .replace(/ (à|pour) peut-être autant /, ' peut-être $1 autant ')
    .replace(/\.$/, '')
  const said = shared.replace('{top}', first)
  if (second === undefined) return [said]
  const link = / (?:à|de|par|pour|avec|dans|sur|en|chez) (?=\{top\})/.exec(shared)?.[0] ?? ' '
  return shared.startsWith('peut-être autant ') ? [`${said}, et autant${link}${second}`] : []
}

/** « Peut-être autant », of 20 % beside 38 %, would be believed by nobody. */
function gapSentence(rivals: readonly Rival[], what: Ranked): string[] {
  if (rivals.length === 0) return []
  const said = (names: string) =>
    rivals.length === 1 ? `L’écart avec ${names} n’est pas établi.` : `Les écarts avec ${names} ne sont pas établis.`
  const named = said(and(namesOf(rivals)))
  if (!rivals.some((one) => isBare(one) || isOfForm(one)) && wordsIn(named) <= mostWords) return [named]
  const { another, others } = ranked[what]
  const [before, after] = others
  return [said(rivals.length === 1 ? another : `${before} ${smallNumbers[rivals.length]} ${after}`.trim())]
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
