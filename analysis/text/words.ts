/** French text as words: elisions split, accents preserved, stems that bring the forms of a word together. */

import snowball from 'snowball-stemmers'
import { fra } from 'stopword'
import { plain } from './plain.ts'

export type Word = { text: string; stem: string; start: number; end: number }

const segmenter = new Intl.Segmenter('fr', { granularity: 'word' })
const stemmer = snowball.newStemmer('french')
const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)['’]/i
const unsplit = new Set(["aujourd'hui", "d'abord", "d'accord", "quelqu'un"])
/** Of French, with their accents. */
export const stopWords: ReadonlySet<string> = new Set(fra)

/** The same few thousand words come back in thousands of answers: each is analysed once. */
const stems = new Map<string, string>()
const mostStems = 20_000

/** « Inscriptions », « inscrit » and « inscrire » come close; accents do not matter. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = plain(stemmer.stem(word.toLowerCase()))
  // thousands of made-up words must not fill the memory
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, stem)
  return stem
}

/**
 * The words of a text in order: « j’aurais » gives « j’ », « aurais »; « l’hôpital » gives « l’ », « hôpital ».
 *
 * @returns text as written, stem without accents, start and end in the original text
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  const add = (part: string, start: number) =>
    words.push({ text: part, stem: stemOf(part), start, end: start + part.length })
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue
    let rest = segment
    let start = index
    for (let found = elided.exec(rest); found && !unsplit.has(plain(rest)); found = elided.exec(rest)) {
      add(found[0], start)
      start += found[0].length
      rest = rest.slice(found[0].length)
    }
    if (rest !== '') add(rest, start)
  }
  return words
}
