/** Masks what identifies somebody in free text: names, phones, e-mails, addresses, numbers of files, links. */

import { ambiguousNames, firstNames } from '../../surveys/answers/first-names.ts'
import { foundBy, inOurDigits, introduced, rules, said, surnames, titled } from '../../surveys/answers/identity.ts'
import { ofAuthority } from '../../surveys/authority/in-force.ts'
import { plain } from './plain.ts'
import { stopWords } from './words.ts'

export type Masked = { text: string; found: string[] }

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
  for (const rule of [...rules, ...said]) {
    let from = 0
    const kept = foundBy(rule, masked).map(({ 0: all, index }) => {
      const before = masked.slice(from, index)
      from = index + all.length
      return before + put(rule.mark)
    })
    masked = kept.join('') + masked.slice(from)
  }
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
  return inOurDigits(
    text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '').replace(/(?!\p{ASCII})[\p{L}\p{N}\p{P}\p{S}]/gu, (sign) => {
      const plainer = sign.normalize('NFKC')
      return /^[A-Za-z\d@.+]$/.test(plainer) ? plainer : sign
    }),
  )
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
