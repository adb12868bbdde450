/** Masks what identifies somebody in free text: names, phones, e-mails, addresses, numbers of files, links. */

import { ofAuthority } from '../../surveys/authority/in-force.ts'
import { ambiguousNames, firstNames } from './first-names.ts'
import { plain } from './plain.ts'
import { surnames } from './surnames.ts'
import { stopWords } from './words.ts'

export type Masked = { text: string; found: string[] }

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
const rules: readonly Rule[] = [
  {
    mark: '[courriel]',
    pattern: /[\p{L}\d._%+-]+\s?(?:@|\(at\)|\[at\]|\barobase\b)\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu,
  },
  { mark: '[lien]', pattern: /\b(?:https?:\/\/|www\.)\S+/giu },
  { mark: '[compte]', pattern: /(?<![\p{L}\d])@[\p{L}\d._]{3,}/gu },
  { mark: '[numéro]', pattern: /\bFR\d{2}(?:\s?[\dA-Z]{2,4}){5,7}\b/gu },
  {
    mark: '[numéro]',
    pattern: /\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?\b/gu,
  },
  { mark: '[téléphone]', pattern: /(?:\+|\b00)\s?33[\s.()-]*0?[\s.()-]*[1-9](?:[\s.-]?\d{2}){4}\b/gu },
  { mark: '[téléphone]', pattern: /\b0\s?[1-9](?:[\s.,/-]?\d{2}){4}\b/gu },
  {
    mark: '[date]',
    pattern:
      /\b(?:née?s?|naissance|anniversaire)\s+(?:est\s+)?(?:le\s+|:\s*)?\d{1,2}(?:er)?[\s/.-]+(?:\d{1,2}|\p{L}+)(?:[\s/.-]+\d{2,4})?/giu,
  },
  {
    mark: '[adresse]',
    pattern: new RegExp(
      `\\b\\d{1,4}\\s?(?:bis|ter|quater)?\\s?,?\\s*${street}\\s+(?:(?:de|du|des|la|le|les|d['’]|l['’])\\s*)*[\\p{L}'’-]+(?:\\s+(?:de|du|des|la|le|les)\\b)*(?:\\s+${capital})*(?:\\s*,?\\s*\\d{5}(?:\\s+${capital})?)?`,
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
  { mark: '[numéro]', pattern: /(?<![\d\p{L}])\d(?:[\s.-]?\d){5,}(?![\d\p{L}])/gu },
  { mark: '[plaque]', pattern: /\b[A-Z]{2}[- ]?\d{3}[- ]?[A-Z]{2}\b/gu },
]

const titled = new RegExp(
  `\\b(?:[Mm]me|[Mm]lle|[Mm]r|M\\.|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Mm]aître|[Dd]r|[Dd]octeure?|[Pp]r)\\.?\\s+(?:(?:de|du|des|le|la)\\s+)?(?:${capital}|\\p{Lu}\\b\\.?)(?:[\\s-]+${capital})*`,
  'gu',
)
const introduced =
  /((?:[Ss]['’]appelle(?:nt)?|[Mm]['’]appelle|[Pp]rénommée?|[Pp]rénom(?:\s+est|\s*:)|[Nn]ommée?|[Nn]om(?:\s+est|\s*:))\s+)([\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*)/gu

const digitWord =
  'z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante'
const digitSaid = `(?:(?:${digitWord})(?!\\p{L})|\\d{1,2}(?!\\d))`
const between = '(?:[\\s,.;/-]+(?:et[\\s-]+)?)'
/** Numbers written as they are said: « zéro six douze trente-quatre… », and long rows of them that begin otherwise. */
const said: readonly Rule[] = [
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

/** Capitalised words inside a sentence that name nobody. */
const nobody = ofAuthority(
  ({ territory, names }) =>
    new Set(
      [
        ...territory.communes.flatMap(({ name }) => name.split(/[\s'’-]/)),
        ...names.places,
        ...'france europe internet facebook instagram whatsapp snapchat tiktok google noël pâques toussaint ramadan covid alae alsh caf pmi aesh mdph ctg msa ram rpe sncf lio samu crèche école mairie lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre français anglais'.split(
          ' ',
        ),
      ].map(plain),
    ),
)

/**
 * Replaces what identifies somebody by a mark that says what stood there. It leans to the safe side: an unknown capital
 * inside a sentence is taken for a name. It cannot recognise everybody: raw texts stay with named staff roles all the same.
 *
 * @returns the text, and the marks put in, in the order of the rules
 */
export function mask(text: string): Masked {
  const found: string[] = []
  const put = (mark: string) => {
    found.push(mark)
    return mark
  }
  const written = text.normalize('NFC')
  let masked = folded(written)
  for (const { mark, pattern } of [...rules, ...said]) masked = masked.replace(pattern, () => put(mark))
  masked = masked.replace(titled, () => put('[nom]'))
  masked = masked.replace(introduced, (_, before: string) => before + put('[nom]'))
  masked = masked.replace(/(?<![\p{L}\d[])\p{L}[\p{L}-]*(?![\p{L}\]])/gu, (word, at: number) =>
    isName(word, opensSentence.test(masked.slice(Math.max(0, at - 12), at))) ? put('[nom]') : word,
  )
  masked = masked.replace(afterName, (all, between: string, word: string, at: number, whole: string) =>
    isSurname(word, whole.slice(at + all.length)) ? `[nom]${between}${put('[nom]')}` : all,
  )
  // nothing found: the text stays as it was written, in its own digits
  if (found.length === 0) return { text: written, found }
  return { text: masked.replace(/\[nom\](?:[\s-]+(?:de (?:la )?|du |des |le |la |et )?\[nom\])+/gu, '[nom]'), found }
}

/** The same text in the letters and digits that the rules know: full width, mathematical, Arabic, Indian…; without unseen signs. */
function folded(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/(?!\p{ASCII})[\p{L}\p{N}\p{P}\p{S}]/gu, (sign) => {
      const plainer = sign.normalize('NFKC')
      return /^[A-Za-z\d@.+]$/.test(plainer) ? plainer : sign
    })
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitOf(digit.codePointAt(0)!)))
}

const isDigit = (code: number) => /^\p{Nd}$/u.test(String.fromCodePoint(code))

/** Digits stand ten by ten, from zero. */
function digitOf(code: number): number {
  let zero = code
  while (isDigit(zero - 1)) zero--
  return (code - zero) % 10
}

/** A word without a capital after a masked name. */
const afterName = /\[nom\]((?:\s+(?:de\s+la|de|du|des|le|la))?[\s-]+)(\p{Ll}[\p{L}'’-]+)/gu
/** What follows a subject: the word before it is then no verb. */
const verbComes = /^\s+(?:est|a|va|avait|était|fait|dit|veut|peut|doit|ne|n['’]\p{L}+|s['’]est|m['’]a)(?!\p{L})/iu

/** Words that may stand between a name and its verb. */
const adverbs = new Set(
  'aussi jamais toujours encore souvent parfois deja seul seule ensuite apres avant demain hier maintenant lundi mardi mercredi jeudi vendredi samedi dimanche'.split(
    ' ',
  ),
)

/** @param after what follows the word */
function isSurname(word: string, after: string): boolean {
  const simple = plain(word)
  if (nobody().has(simple)) return false
  return (
    surnames.has(simple) || (!stopWords.has(simple) && !adverbs.has(simple) && word.length > 2 && verbComes.test(after))
  )
}

const opensSentence = /(?:^|[.!?…:»\n]\s*|[«"(]\s*)$/u

/** @param opening the word opens a sentence: its capital says nothing */
function isName(word: string, opening: boolean): boolean {
  const simple = plain(word)
  const isCapital = /^\p{Lu}/u.test(word)
  const parts = simple.split('-')
  if (parts.some((part) => firstNames.has(part)) && !nobody().has(simple) && (isCapital || simple.length > 3))
    return true
  if (!isCapital || nobody().has(simple) || parts.every((part) => nobody().has(part))) return false
  if (parts.some((part) => ambiguousNames.has(part))) return true
  const isAcronym = word === word.toUpperCase() && (word.length <= 5 || word.length === 1)
  return !(opening || isAcronym) && word.length > 1
}
