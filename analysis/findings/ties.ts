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
  answer: { one: 'une autre réponse', many: 'réponses', often: 'fréquente', none: 'choix' },
  theme: { one: 'un autre thème', many: 'thèmes', often: 'fréquent', none: 'thème' },
  day: { one: 'un autre jour', many: 'jours', often: 'demandé', none: 'jour' },
} as const
export type Ranked = keyof typeof ranked

/**
 * « Peut-être autant de familles citent le prix. », « Trois autres réponses sont peut-être aussi fréquentes : les horaires, le prix et la
 * distance. »: said after the sentence of the largest answer, in words of its frame. Their shares stand in the table, each with its interval.
 *
 * @param leaders as `leadersOf` gives them, the largest first; not those that are open
 * @param who answered, in the plural: « familles »
 * @param frame of the largest answer; its opening (« Parmi les familles répondantes, ») is not said again
 * @returns null when a single one may be the first, or none comes near it
 */
export function tieSentence(
  [top, ...rivals]: readonly Rival[],
  who: string,
  frame: string,
  what: Ranked = 'answer',
): string | null {
  if (top === undefined) return null
  const others = besideOf([top, ...rivals])
  if (others.length === 0) return null
  const isPart = others.length < rivals.length
  const level = others.filter((one) => isLevel(top, one))
  const behind = others.filter((one) => !isLevel(top, one))
  const said = (alike: readonly Rival[], as: 'level' | 'perhaps') =>
    alikeSentence(top, alike, who, frame) ?? listSentence(alike, ranked[what], as, isPart)
  if (level.length === 0) return said(behind, 'perhaps')
  if (behind.length === 0) return said(level, 'level')
  const same = said(level, 'level')
  const near = alikeSentence(top, behind, who, frame)
  // the verb of the frame said three times over is no longer heard
  const isShort = near !== null && wordsIn(`${same} ${near}`) <= mostWords
  return [same, isShort ? near : listSentence(behind, ranked[what], 'perhaps', isPart)].join(' ')
}

/** « 46 % peut-être aussi fréquent » beside 74 % is laughed at, whatever a test of so few answers cannot tell apart: those told beside the largest. */
export const besideOf = ([top, ...rivals]: readonly Rival[]): Rival[] =>
  top ? rivals.filter(({ estimate }) => estimate.value >= leastBeside * top.estimate.value) : []

/** « 28 % », then « peut-être autant » of what has 28 % in the table, was read as a fault. */
const isLevel = (top: Rival, { estimate }: Rival): boolean => percent(estimate.value) === percent(top.estimate.value)

/** « Peut-être autant de familles citent les horaires, autant le prix et autant la distance. »; null where it would be too long, or has no words for them. */
function alikeSentence(top: Rival, alike: readonly Rival[], who: string, frame: string): string | null {
  const isSame = alike.every((one) => isLevel(top, one))
  const isVerbs = alike.every(({ phrase }) => phrase !== undefined && isVerb(phrase))
  // « Oui » alone names nothing; « autant citent A ou B » would add them up
  if (alike.some(isBare) || (alike.length > 1 && ((isSame && !isVerbs) || alike.some(isOfForm)))) return null
  const told = frame.replace(/\s*\([^()]*\{(?:interval|base)\}[^()]*\)/g, '').replace(/«\s?(\{top\})\s?»/, '$1')
  // « {top} : {value} » has no verb; an interval elsewhere than in brackets would be that of the largest
  const isUnfit = !told.includes('{top}') || /^\{top\}|\{(?:interval|base)\}/.test(told)
  const again = saidAgain(isUnfit ? '{value} citent {top}' : told, who, isSame)
  const words = eachOf(alike.map(wordsOf), again)
  if (words === null) return null
  const said = capital(`${again.replace('{top}', words)}.`)
  return wordsIn(said) > mostWords ? null : said
}

/**
 * « une fête, autant à un stage et autant à un bal »: after the preposition of the frame; « une fête, un stage ou un bal » would add them up.
 *
 * @returns null where they are too many, or lists themselves, to be heard so
 */
function eachOf(names: readonly string[], frame: string): string | null {
  const [first, ...others] = names.toSorted((a, b) => Number(/ ou /.test(a)) - Number(/ ou /.test(b)))
  if (names.length > mostEach || (names.length > 1 && names.some((name) => /, | et /.test(name)))) return null
  const before = /(?<!\p{L})((?:à|de|par|pour|avec|dans|en) )\{top\}/u.exec(frame)?.[1] ?? ''
  const more = others.map((name) => `autant ${before}${name}`)
  const last = more.pop()
  return last === undefined ? first! : `${[first!, ...more].join(', ')} et ${last}`
}
const mostEach = 3

/** « Peut-être autant de familles citent {top} »; without « peut-être » where the shares are the same. */
function saidAgain(frame: string, who: string, isSame: boolean): string {
  const often = isSame ? 'autant' : 'peut-être autant'
  return frame
    .replace(/^[^{]*, (?=[^{]*\{)/, '')
    .replace(/(?<=\{top\}.*)\{value\} d[^,]*$/, '{value}')
    .replace(counted, `${often} ${/^[aeéèiouh]/i.test(who) ? 'd’' : 'de '}${who}`)
    .replace(/ (à|pour) peut-être autant(?= |$)/, ' peut-être $1 autant')
    .replace(/\.$/, '')
}

/**
 * All of them, or none: the table beside names those that have no words of their own, or too many.
 *
 * @param isPart others may be as frequent that are not told
 */
function listSentence(
  rivals: readonly Rival[],
  { one, many, often }: (typeof ranked)[Ranked],
  as: 'level' | 'perhaps',
  isPart: boolean,
): string {
  const isOpen = isPart && as === 'perhaps'
  const isOne = rivals.length === 1 && !isOpen
  const said = {
    level: isOne ? `est aussi ${often}` : `sont aussi ${often}s`,
    perhaps: isOne ? `est peut-être aussi ${often}` : `sont peut-être aussi ${often}s`,
  }[as]
  const other = capital(`${isOne ? one : `${isOpen ? 'd’' : `${smallNumbers[rivals.length]} `}autres ${many}`} ${said}`)
  const isNamed = !rivals.some(
    (rival) => isBare(rival) || isOfForm(rival) || (rival.phrase !== undefined && isVerb(rival.phrase)),
  )
  const names = rivals.map(wordsOf)
  const isPlain = !names.some((name) => /, | et | ou /.test(name))
  const listed = `${other}${isOpen ? ', par exemple' : ' :'} ${isPlain ? and(names) : names.join(' ; ')}.`
  return isNamed && wordsIn(listed) <= mostWords ? listed : `${other}.`
}

/** « {value} des familles répondantes »: whom a frame counts. */
const counted =
  /\{value\}(?: d(?:es|e l[ae’]|e leurs|u) (?:\p{L}+|\d+-\d+\sans)(?: (?:répondant|décrit|interrogé|concerné|intéressé)e?s(?! par))*)?/u

const wordsOf = ({ label, phrase }: Led): string => phrase ?? quote(unquoted(label))
/** A verb that has lost its subject: « vont à l’accueil périscolaire ». */
export const isVerb = (phrase: string) =>
  /^(?!avant|devant|durant|pendant|\p{L}+ement(?: |$))(?:n’|ne )?\p{L}+nt(?: |$)/u.test(phrase)

/** « la Mission locale »; all in quotation marks where one has no such name. A label goes without what it explains after a colon or in brackets. */
export function namesOf(rivals: readonly Rival[]): string[] {
  const names = rivals.map(({ label, phrase }) =>
    phrase === undefined || isVerb(phrase) ? unquoted(label).replace(/\s*\([^()]*\)|\s+:\s.*$/g, '') : phrase,
  )
  // « les émotions et les conflits, et le langage et les écrans »: how many are they?
  const isPlain = names.every((name) => /^(?:l[ae]s? |l’|une? |d[eu]s? )(?!.*(?:, | et | ou ))/.test(name))
  return isPlain ? names : names.map(quote)
}

/** Five or more may be as frequent as the largest: none of them is put forward. */
export const isOpen = (leaders: readonly unknown[]): boolean => leaders.length > leastOpen

/**
 * « Jours : aucun jour ne se détache nettement en tête (200 enfants). Vient devant, sans avance sûre : le mercredi. »: those a bit larger than
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
  const isAhead = top !== undefined && besideOf(leaders).length === 0 && !isBare(top) && !isOfForm(top)
  return isAhead ? `${said} Vient devant, sans avance sûre : ${wordsOf(top)}.` : said
}

/** « Moments… : aucun moment », not « aucun choix ». */
const rankedIn = /^(?:principal )?(moment|lieu|domaine|obstacle|sujet|moyen|service|partenaire|public)[sx]?(?!\p{L})/iu

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const smallNumbers: readonly string[] = 'zéro un deux trois quatre cinq six sept huit'.split(' ')

/** « Nous, ses parents, en nous relayant » speaks as the form does. */
const isOfForm = ({ label, phrase }: Led) =>
  (phrase === undefined || isVerb(phrase)) &&
  /(?<!\p{L})(?:j[e’]|m[oea]i?|mes|nous|nos|notre|v(?:ous|os|otre))(?!\p{L})/iu.test(label)

/** « Oui » and « Non » alone name nothing outside their question. */
const isBare = ({ label, phrase }: Led) => phrase === undefined && /^(non|oui)\b/i.test(unquoted(label))

export const unquoted = (label: string) => label.replace(/[«»]\s*/g, '').trim()
