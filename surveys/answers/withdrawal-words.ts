/**
 * The code a person takes away: twelve French words, all different and none of them unkind: 130 bits. The words stay with the person; what gives access to the response is a
 * proof made from them, and the store has the hash of that proof alone.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { wordlist } from '@scure/bip39/wordlists/french.js'
import { unaccented } from '../wording/folded.ts'
import { base64urlOf } from './base64url.ts'
import unkindWords from './unkind-words.json' with { type: 'json' }

export const codeLength = 12

/** 2,048 words, no two alike once accents are gone, each known by its first four letters. */
export const codeWords: readonly string[] = wordlist.map((word) => word.normalize('NFC'))

/**
 * Words of the list that no new code holds: death, poison, illness, sex, insults, violence, fear, prison, drink and tobacco. A child of
 * eleven or a worried parent notes these words on paper. Codes given before keep theirs, and they are read as any other.
 */
const unkind: ReadonlySet<string> = new Set(unkindWords)
const byStart = new Map(codeWords.map((word) => [unaccented(word).slice(0, 4), word]))

/** @param chance fills an array with random bytes: `crypto.getRandomValues`, seeded in tests */
export function newCode(chance: (numbers: Uint16Array<ArrayBuffer>) => Uint16Array): string[] {
  // 2,048 divides 65,536: no word is favoured
  const words = Array.from(chance(new Uint16Array(codeLength)), (number) => codeWords[number % codeWords.length]!)
  // a word met twice is noted once, an unkind one is handed to nobody: three draws in four are made again
  return new Set(words).size === codeLength && !words.some((word) => unkind.has(word)) ? words : newCode(chance)
}

/** The word meant: accents and capitals do not matter, four letters are enough; null when it is none of them. */
export function wordOf(typed: string): string | null {
  const letters = unaccented(typed.trim())
  const word = byStart.get(letters.slice(0, 4))
  return word !== undefined && letters !== '' && unaccented(word).startsWith(letters) ? word : null
}

/** What was typed or scanned, as words; whatever stands between them is left out, as are the numbers of a list. */
export const wordsIn = (typed: string): string[] => typed.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '')

/** The words as one text, however they were typed. */
export const plainCode = (words: readonly string[]): string => words.map((word) => unaccented(word)).join(' ')

/** base64url of SHA-256 of the words without accents: what the person's device shows the server. */
export const proofOf = (words: readonly string[]): string => hash(plainCode(words))

/** What the response carries and the store saves: from it neither the proof nor the words can be found. */
export const hashOf = (proof: string): string => hash(proof)

const hash = (text: string) => base64urlOf(sha256(new TextEncoder().encode(text)))
