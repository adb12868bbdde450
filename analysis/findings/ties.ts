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
/** Of those that set nothing apart, the first few. */
const mostOpen = 3
const mostCounted = 8
/** From as many rivals on, to tell the largest would say more than is known. */
const leastOpen = 5

/** What is ranked, as a sentence calls it. */
const ranked = {
  answer: {
    none: 'aucun choix',
    other: 'parmi les choix proposés, aucun',
    another: 'une autre réponse',
    others: 'autres réponses',
  },
  theme: { none: 'aucun thème', other: 'parmi les thèmes, aucun', another: 'un autre thème', others: 'autres thèmes' },
  day: { none: 'aucun jour', other: 'parmi les jours, aucun', another: 'un autre jour', others: 'autres jours' },
} as const
export type Ranked = keyof typeof ranked

/**
 * « Peut-être autant de familles citent les horaires, et autant le prix. L’écart avec « Distance » n’est pas établi. »: said after the
 * sentence of the largest answer, in the words of the same frame, of each answer for itself. Their shares stand in the table, each with
 * its interval.
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
  const alike = others.filter((one) => !isFar(one))
  const said = [alikeSentence(alike, who, frame, what), farSentence(others.filter(isFar), what)]
  return said.filter((one) => one !== '').join(' ')
}

function alikeSentence(alike: readonly Rival[], who: string, frame: string, what: Ranked): string {
  if (alike.length === 0) return ''
  const words = ranked[what]
  const told = frame.replace(/\s*\([^()]*\{(?:interval|base)\}[^()]*\)/g, '').replace(/«\s?(\{top\})\s?»/, '$1')
  // « {top} : {value} » has no verb; an interval elsewhere than in brackets would be that of the largest
  const isUnfit = !told.includes('{top}') || /^\{top\}|\{(?:interval|base)\}/.test(told)
  const citing = '{value} citent {top}'
  const frames = isUnfit ? [citing] : alike.every(isNoun) ? [told, citing] : [told]
  // « Oui » alone names nothing; of the others as many as one sentence holds
  const most = alike.some(({ label }) => isBare(label)) ? 0 : alike.length
  for (let named = most; named > 0; named--) {
    const rest = alike.length - named
    const also = rest === 0 ? '' : ` ; de même pour ${smallNumbers[rest]} ${words.others}`
    const said = frames.map((one) => `${eachIn(one, alike.slice(0, named).map(wordsOf), who)}${also}.`)
    const short = rest === 1 ? undefined : said.find((one) => wordsIn(one) <= mostWords)
    if (short !== undefined) return capital(short)
  }
  return capital(
    alike.length === 1
      ? `${words.another} revient peut-être aussi souvent.`
      : `${smallNumbers[alike.length]} ${words.others} reviennent peut-être aussi souvent.`,
  )
}

/** Joined by « ou », they would be read as one answer or another. */
function eachIn(frame: string, [first, ...others]: readonly string[], who: string): string {
  const shared = frame
    .replace(/^[^{]*, (?=[^{]*\{)/, '')
    .replace(/(?<=\{top\}.*)\{value\} d[^,]*$/, '{value}')
    .replace(counted, `peut-être autant ${/^[aeéèiouh]/i.test(who) ? 'd’' : 'de '}${who}`)
    .replace(/ (à|pour) peut-être autant /, ' peut-être $1 autant ')
    .replace(/\.$/, '')
  const link = / (?:à|de|par|pour|avec) (?=\{top\})/.exec(shared)?.[0] ?? ' '
  const again = (shared.startsWith('peut-être autant ') ? 'autant' : 'de même') + link
  return [shared.replace('{top}', first!), ...others.map((one) => again + one)].reduce((said, one, at) =>
    at < others.length ? `${said}, ${one}` : `${said}${others.length === 1 ? ', et' : ' et'} ${one}`,
  )
}

/** « Peut-être autant », of 20 % beside 38 %, would be believed by nobody. */
function farSentence(far: readonly Rival[], what: Ranked): string {
  if (far.length === 0) return ''
  const names = far.some(({ label }) => isBare(label)) ? null : and(far.map(({ label }) => quote(unquoted(label))))
  const said = (name: string) =>
    far.length === 1 ? `L’écart avec ${name} n’est pas établi.` : `Les écarts avec ${name} ne sont pas établis.`
  if (names !== null && wordsIn(said(names)) <= mostWords) return said(names)
  return said(far.length === 1 ? ranked[what].another : `${smallNumbers[far.length]} ${ranked[what].others}`)
}

/** « {value} des familles répondantes »: whom a frame counts. */
const counted =
  /\{value\}(?: d(?:es|e l[ae’]|u) (?:\p{L}+|\d+-\d+\sans)(?: (?:répondant|décrit|interrogé|concerné|intéressé)e?s)*)?/u

/** A verb that has lost its subject: « vont à l’accueil périscolaire ». */
const isVerb = (phrase: string) => /^(?!avant|devant|durant|pendant)(?:n’)?\p{L}+nt(?: |$)/u.test(phrase)

const isNoun = ({ phrase }: Led): boolean =>
  phrase === undefined || /^(?:une?|des|l[ae]s?|du|de la|de l’|l’)(?: |(?<=’))/.test(phrase)
const isQuoted = (text: string) => text.startsWith('«')
const wordsOf = ({ label, phrase }: Led): string => phrase ?? quote(unquoted(label))
const nameOf = ({ label, phrase }: Led): string =>
  phrase === undefined || isVerb(phrase) ? quote(unquoted(label)) : phrase

/** Semicolons where a comma, « et » or « ou » stands inside an item already. */
const enumerated = (items: string[]): string =>
  items.some((item) => /, | et | ou /.test(unquotedParts(item))) ? items.join(' ; ') : and(items)
const unquotedParts = (item: string): string => item.replace(/«[^»]*»/g, '')

/**
 * Those that a sentence may name: the largest, and the first few after it.
 *
 * @param offered how many there are: where all of them may be first, naming some would set them apart
 */
export function saidIn(leaders: readonly Rival[], offered: number): readonly Rival[] {
  if (!isOpen(leaders)) return leaders
  return leaders.length > mostCounted + 1 || leaders.length === offered ? [] : leaders.slice(0, mostOpen)
}

/** Five or more may be as frequent as the largest: none of them is put forward. */
export const isOpen = (leaders: readonly Rival[]): boolean => leaders.length > leastOpen

/**
 * « Envies : aucun choix ne se détache nettement (420 réponses). Un peu plus cités, sans écart établi : A, B et C. »
 *
 * @param title what they answer, the sentence being read alone; null after the sentence of those who gave none of them
 * @param base what they rest on, in words
 * @param offered how many there are
 */
export function openSentence(
  title: string | null,
  leaders: readonly Rival[],
  base: string,
  { what = 'answer', offered = 0 }: { what?: Ranked | undefined; offered?: number | undefined } = {},
): string {
  const { none, other } = ranked[what]
  const open =
    title === null
      ? capital(`${other} ne se détache nettement.`)
      : `${title} : ${none} ne se détache nettement (${base}).`
  const named = saidIn(leaders, offered)
  if (named.length === 0) return open
  const names = enumerated(named.map(nameOf))
  const said = `Un peu plus cités, sans écart établi${isQuoted(names) ? ', viennent' : ' :'} ${names}.`
  return wordsIn(said) > mostWords ? open : `${open} ${said}`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const smallNumbers: readonly string[] = 'zéro un deux trois quatre cinq six sept huit'.split(' ')

/** « Oui » and « Non » alone name nothing outside their question. */
const isBare = (label: string) => /^(non|oui)\b/i.test(unquoted(label))

export const unquoted = (label: string) => label.replace(/[«»]\s*/g, '').trim()
