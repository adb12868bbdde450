/**
 * What identifies somebody in a text, by its form: numbers, addresses, and names that are said to be names. The mask of the
 * staff's readers begins with these; the person who writes is asked, on the device, whether to take them out.
 */

import { unaccented } from '../wording/folded.ts'
import { firstNames } from './first-names.ts'
import commonSurnames from './surnames.json' with { type: 'json' }

/** Common in France, without accents: what follows a first name, with or without a capital. Some are everyday words as well. */
export const surnames: ReadonlySet<string> = new Set(commonSurnames)

/**
 * The group of a pattern, where there is one, is a run that begins like what is looked for and is not: it is read once and passed
 * over. Each of its signs would else begin anew, and a long run take the square of its length.
 */
type Rule = { mark: string; pattern: RegExp }

const capital = "\\p{Lu}[\\p{L}'’-]+"
const eitherCase = (words: string) =>
  `(?:${words
    .split(' ')
    .map((word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}`)
    .join('|')})`
const street = eitherCase(
  'rue avenue av\\. boulevard bd chemin impasse allée allee place route lotissement résidence residence quai cours square passage hameau lieu-dit',
)

// the order matters: an e-mail holds a name, an address holds digits
export const rules: readonly Rule[] = [
  {
    mark: '[courriel]',
    pattern: /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\]|\barobase\b)\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|([\p{L}\d._%+-]+)/giu,
  },
  { mark: '[lien]', pattern: /\b(?:https?:\/\/|www\.)\S+/giu },
  { mark: '[compte]', pattern: /(?<![\p{L}\d])@[\p{L}\d._]{3,}/gu },
  { mark: '[numéro]', pattern: /\bFR\d{2}(?:\s?[\dA-Z]{2,4}){5,7}\b/gu },
  {
    mark: '[numéro]',
    pattern: /\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?\b/gu,
  },
  { mark: '[téléphone]', pattern: /(?:\+|\b00)\s?33[\s.()-]*(?:0[\s.()-]*)?[1-9](?:[\s.-]?\d{2}){4}\b/gu },
  { mark: '[téléphone]', pattern: /\b0\s?[1-9](?:[\s.,/-]?\d{2}){4}\b/gu },
  {
    mark: '[date]',
    pattern:
      /\b(?:née?s?|naissance|anniversaire)\s+(?:est\s+)?(?:le\s+|:\s*)?\d{1,2}(?:er)?[\s/.-]+(?:\d{1,2}|\p{L}+)(?:[\s/.-]+\d{2,4})?/giu,
  },
  {
    mark: '[adresse]',
    pattern: new RegExp(
      `\\b\\d{1,4}\\s?(?:bis|ter|quater)?\\s?,?\\s*${street}\\s+(?:(?:de|du|des|la|le|les|d['’]|l['’])\\s*)*[\\p{L}'’-]+(?:\\s+(?:de|du|des|la|le|les)\\b)*(?:\\s+${capital})*(?:\\s*(?:,\\s*)?\\d{5}(?:\\s+${capital})?)?`,
      'gu',
    ),
  },
  {
    mark: '[adresse]',
    pattern: new RegExp(
      `\\b${street}\\s+(?:(?:de|du|des|la|le|les)\\s+|d['’]|l['’])*${capital}(?:[\\s-]${capital})*`,
      'gu',
    ),
  },
  {
    mark: '[numéro]',
    pattern: /(?<![\d\p{L}])(?:\d(?:[\s.-]?\d){5,}(?![\d\p{L}])|(\d(?:[\s.-]?\d)*))/gu,
  },
  { mark: '[plaque]', pattern: /\b[A-Z]{2}[- ]?\d{3}[- ]?[A-Z]{2}\b/gu },
]

export const titled = new RegExp(
  `\\b(?:[Mm]me|[Mm]lle|[Mm]r|M\\.|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Mm]aître|[Dd]r|[Dd]octeure?|[Pp]r)\\.?\\s+(?:(?:de|du|des|le|la)\\s+)?(?:${capital}|\\p{Lu}\\b\\.?)(?:[\\s-]+${capital})*`,
  'gu',
)
export const introduced =
  /((?:[Ss]['’]appelle(?:nt)?|[Mm]['’]appelle|[Pp]rénommée?|[Pp]rénom(?:\s+est|\s*:)|[Nn]ommée?|[Nn]om(?:\s+est|\s*:))\s+)([\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*)/gu

const digitWord =
  'z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante'
const digitSaid = `(?:(?:${digitWord})(?!\\p{L})|\\d{1,2}(?!\\d))`
const between = '(?:[\\s,.;/-]+(?:et[\\s-]+)?)'
/** Numbers written as they are said: « zéro six douze trente-quatre… », and long rows of them that begin otherwise. */
export const said: readonly Rule[] = [
  {
    mark: '[téléphone]',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:z[ée]ro|0|(?:plus\\s+|\\+\\s*)trente[\\s-]trois)${between}${digitSaid}(?:${between}${digitSaid}){3,}`,
      'giu',
    ),
  },
  {
    mark: '[numéro]',
    pattern: new RegExp(`(?<![\\p{L}\\d])(?:${digitWord})(?!\\p{L})(?:${between}${digitSaid}){7,}`, 'giu'),
  },
]

/** Where a text holds what a rule looks for. */
export const foundBy = ({ pattern }: Rule, text: string): RegExpExecArray[] =>
  [...text.matchAll(pattern)].filter(([, passedOver]) => passedOver === undefined)

/** The same text with 0 to 9 for the digits of every script. */
export const inOurDigits = (text: string): string => text.replace(/(?![0-9])\p{Nd}/gu, ourDigit)

const ourDigits = new Map<string, string>()
function ourDigit(digit: string): string {
  const known = ourDigits.get(digit)
  if (known !== undefined) return known
  const ours = String(digitOf(digit.codePointAt(0)!))
  ourDigits.set(digit, ours)
  return ours
}

const isDigit = (code: number) => /^\p{Nd}$/u.test(String.fromCodePoint(code))

/** Digits stand ten by ten, from zero. */
function digitOf(code: number): number {
  let zero = code
  while (isDigit(zero - 1)) zero--
  return (code - zero) % 10
}

/** Schools and streets bear the names of people. */
const institution =
  /(?:^|[\s'’-])(?:[ée]coles?|coll[èe]ges?|lyc[ée]es?|stades?|salles?|gymnases?|cr[èe]ches?|centres?|m[ée]diath[èe]ques?|places?|rues?|avenues?|boulevards?|quartiers?|saintes?|saints?)[^\S\n]+(?:(?:de la|de|du|des|la|le)[^\S\n]+)?$/iu
/** Of a name in two words, the first. */
const firstOfTwo = /\p{Lu}[\p{L}'’-]*[^\S\n]+$/u
const isInstitution = (before: string) => institution.test(before) || institution.test(before.replace(firstOfTwo, ''))
/** Characters before a name that are read for what it belongs to: the longest institution, an article and a first name. */
const mostBefore = 80
const word = "\\p{L}[\\p{L}'’-]*"
/** A word, and the one behind it. */
const pairs = new RegExp(`(?<![\\p{L}\\d])(${word})(?:([^\\S\\n]+)(${word}))?`, 'gu')
const called =
  /(?:\bmy name is|\bI(?:['’]m| am) called|\bme llamo|(?<!\p{L})اسمي)\s+(\p{L}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)*)/giu
const isCapital = (text: string) => /^\p{Lu}/u.test(text)
/** A year, a price and a time have fewer. */
const fewestDigits = 9

/**
 * The same text without what looks like a name, a number, an e-mail or a postal address; null when nothing does. It leans to the
 * side of ordinary words, where the mask leans to the safe one: the writer would be stopped for nothing.
 *
 * @example withoutIdentity('Demandez à Léa Durand, 06 12 34 56 78.') → 'Demandez à.'
 */
export function withoutIdentity(text: string): string | null {
  const found = identifying(text)
  if (found.length === 0) return null
  const left = found.map(({ from }, place) => text.slice(found[place - 1]?.to ?? 0, from))
  return [...left, text.slice(found.at(-1)!.to)]
    .join(' ')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?[,;](?=\s*[,;.]|\s*$)/gu, '')
    .replace(/ (?=[,.])/gu, '')
    .trim()
}

function identifying(text: string): { from: number; to: number }[] {
  const written = text.replace(/(?![0-9])\p{Nd}/gu, (digit) => (digit.length === 1 ? inOurDigits(digit) : digit))
  const found = [...rules, ...said, { mark: '[nom]', pattern: titled }].flatMap(({ mark, pattern }) =>
    foundBy({ mark, pattern }, written)
      .filter(([all]) => mark !== '[lien]' && (mark !== '[adresse]' || /\d/.test(all)))
      .filter(([all]) => mark !== '[numéro]' || all.replace(/[^\d]/g, '').length >= fewestDigits || /^\p{L}/u.test(all))
      .map((match) => ({ from: match.index, to: match.index + match[0].length })),
  )
  for (const match of written.matchAll(introduced)) {
    const [all, before, name] = match
    if (isCapital(name!) || firstNames.has(unaccented(name!)))
      found.push({ from: match.index + before!.length, to: match.index + all.length })
  }
  for (const match of written.matchAll(called))
    found.push({ from: match.index + match[0].length - match[1]!.length, to: match.index + match[0].length })
  pairs.lastIndex = 0
  for (let match = pairs.exec(written); match; match = pairs.exec(written)) {
    const [all, first, space, second] = match
    // the next word may begin a pair of its own
    if (second !== undefined) pairs.lastIndex = match.index + first!.length
    if (!firstNames.has(unaccented(first!))) continue
    const before = written.slice(Math.max(0, match.index - mostBefore), match.index)
    if (isInstitution(before)) continue
    const isPair =
      second !== undefined && ((isCapital(first!) && isCapital(second)) || surnames.has(unaccented(second)))
    const opens = /(?:^|[.!?…:»\n]\s*)$/u.test(before)
    if (isPair) found.push({ from: match.index, to: match.index + all.length })
    else if (isCapital(first!) && !opens)
      found.push({ from: match.index, to: match.index + all.length - (space ?? '').length - (second ?? '').length })
  }
  return joined(found)
}

/** Stretches in order, those that touch or overlap as one. */
function joined(found: { from: number; to: number }[]): { from: number; to: number }[] {
  const all: { from: number; to: number }[] = []
  for (const one of found.sort((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && one.from <= last.to) last.to = Math.max(last.to, one.to)
    else all.push({ ...one })
  }
  return all
}
