/** How hard a French text is to read: length of its sentences, and the score of Kandel and Moles. */

export type Reading = {
  words: number
  sentences: number
  /** Mean length of a sentence, in words; 0 without a sentence. */
  wordsPerSentence: number
  /** The longest sentence, as written, and its words. */
  longest: { text: string; words: number }
  /** 207 is the easiest; below 50, hard. Null without a word. */
  score: number | null
}

/**
 * Reads a text of one or several sentences; a text that ends without a full stop (a question, a choice) is one sentence.
 *
 * @param texts French, `**` of bold allowed
 * @source Kandel & Moles (1958), « Application de l’indice de Flesch à la langue française », Cahiers d’études de
 *   radio-télévision 19, 253-274: 207 − 1.015 × words/sentence − 73.6 × syllables/word
 */
export function readingOf(texts: readonly string[]): Reading {
  const sentences = texts.flatMap(sentencesIn)
  const words = sentences.flatMap(wordsOf)
  const longest = sentences
    .map((text) => ({ text, words: wordsOf(text).length }))
    .reduce((most, one) => (one.words > most.words ? one : most), { text: '', words: 0 })
  if (words.length === 0) return { words: 0, sentences: 0, wordsPerSentence: 0, longest, score: null }
  const wordsPerSentence = words.length / sentences.length
  const syllablesPerWord = words.reduce((sum, word) => sum + syllablesIn(word), 0) / words.length
  const score = 207 - 1.015 * wordsPerSentence - 73.6 * syllablesPerWord
  return { words: words.length, sentences: sentences.length, wordsPerSentence, longest, score }
}

/** Levels of Flesch, from the easiest. */
const levels = [
  { from: 80, name: 'facile' },
  { from: 65, name: 'assez facile' },
  { from: 50, name: 'courant' },
  { from: 30, name: 'difficile' },
  { from: -Infinity, name: 'très difficile' },
] as const
export type ReadingLevel = (typeof levels)[number]['name']

export const levelOf = (score: number): ReadingLevel => levels.find(({ from }) => score >= from)!.name

function sentencesIn(text: string): string[] {
  return text
    .replaceAll('**', '')
    .split(/(?<=[.!?…])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)
}

/** An elided article is read with its word; « 7 h 30 » counts as one. */
function wordsOf(sentence: string): string[] {
  return (
    sentence
      .replace(/(\d)\s*h\s*(?=\d)/g, '$1h')
      .replace(/(\d)\s+(?=[\dh€])/g, '$1')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
  )
}

const vowels = /[aàâäeéèêëiîïoôöuùûüyÿœæ]+/g

/**
 * Syllables of a French word as it is said: a silent « e » at the end does not count, « éa » and « aï » are two.
 * A rule of thumb: « -ient », « hier » and the like are one off now and then.
 */
export function syllablesIn(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/(qu|gu)(?=[eéèêiî])/g, 'k')
    .replace(/(?<=[^aàâäeéèêëiîïoôöuùûüyÿœæ'’])(e|es|ent)(?=$|[-’'])/g, (end, _e, at: number) =>
      at < 2 && end === 'ent' ? end : '',
    )
  const groups = plain.match(vowels) ?? []
  const hiatus = groups.join(' ').match(/[éè](?=[aàâäoôöuùûüé])|.(?=[ïüë])/g) ?? []
  return Math.max(1, groups.length + hiatus.length)
}
